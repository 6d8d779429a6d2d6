/** Asks before something is done that cannot be undone: `if (await confirm({ title, body, action })) …`. */
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { areaTexts } from '../texts/console-texts.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface Question {
  readonly title: string;
  readonly body?: ReactNode;
  /** What the button does: "Delete", not "OK". */
  readonly action: string;
  /** What the other one says; "Cancel" without a word. */
  readonly otherwise?: string;
  readonly isDanger?: boolean;
}

type Confirm = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Confirm | undefined>(undefined);

export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<Question>();
  const answer = useRef<(isYes: boolean) => void>(() => {});
  const confirm = useCallback<Confirm>((asked) => {
    answer.current(false);
    setQuestion(asked);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, []);
  const close = (isYes: boolean) => {
    answer.current(isYes);
    setQuestion(undefined);
  };
  return (
    <ConfirmContext value={confirm}>
      {children}
      {question && (
        <Dialog
          isOpen
          isAlert
          title={question.title}
          onClose={() => close(false)}
          actions={
            <>
              <Button onPress={() => close(false)}>{question.otherwise ?? areaTexts('frame').cancel}</Button>
              <Button kind={question.isDanger ? 'danger' : 'main'} onPress={() => close(true)}>
                {question.action}
              </Button>
            </>
          }
        >
          {question.body}
        </Dialog>
      )}
    </ConfirmContext>
  );
}

export function useConfirm(): Confirm {
  const confirm = useContext(ConfirmContext);
  if (!confirm) throw new Error('nobody asks here');
  return confirm;
}
