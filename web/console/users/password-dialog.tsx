/** Sets somebody's password. */
import { type FormEvent, useId, useState } from 'react';
import { callApi } from '../api-client.ts';
import { wordsOf } from '../api-problem.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useToasts } from '../parts/toast.tsx';
import { areaTexts } from '../texts/console-texts.ts';

interface PasswordDialogProps {
  readonly path: string;
  readonly onClose: () => void;
}

export function PasswordDialog({ path, onClose }: PasswordDialogProps) {
  const { passwordDialog: texts } = areaTexts('users');
  const frame = areaTexts('frame');
  const toasts = useToasts();
  const id = useId();
  const [password, setPassword] = useState('');
  const [mustChange, setMustChange] = useState(true);
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await callApi('PUT', `${path}/password`, { body: { password, mustChange } });
      toasts.said(texts.done);
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void save();
  };
  return (
    <Dialog
      isOpen
      title={texts.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{frame.cancel}</Button>
          <Button kind="main" isBusy={isBusy} onPress={() => void save()}>
            {texts.action}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} className="user-password">
        <p>{texts.body}</p>
        <div className="c-field">
          <label htmlFor={id}>{texts.password}</label>
          <input
            id={id}
            type="password"
            autoComplete="new-password"
            maxLength={60}
            value={password}
            aria-invalid={problem === undefined ? undefined : true}
            aria-describedby={problem === undefined ? undefined : `${id}-error`}
            onChange={({ target }) => setPassword(target.value)}
          />
          {problem !== undefined && (
            <p className="c-error" id={`${id}-error`}>
              {wordsOf(problem)}
            </p>
          )}
        </div>
        <label className="user-check">
          <input
            type="checkbox"
            checked={mustChange}
            onChange={({ target }) => setMustChange(target.checked)}
          />
          {texts.mustChange}
        </label>
      </form>
    </Dialog>
  );
}
