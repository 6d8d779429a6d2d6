/** Gives a session to another host. */
import type { SessionDetail } from '../../../src/console/sessions/sessions-data.ts';
import { ConsoleForm } from '../parts/console-form.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/fields.tsx';
import type { FormValues } from '../parts/form-state.ts';
import { useToasts } from '../parts/toast.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useSend } from '../use-call.ts';

interface ChangeHostProps {
  readonly session: SessionDetail;
  readonly onDone: () => void;
}

export function ChangeHost({ session: { sessionKey }, onDone }: ChangeHostProps) {
  const texts = areaTexts('sessions');
  const toasts = useToasts();
  const change = useSend<SessionDetail>('PUT', ['sessions', 'overview']);
  return (
    <Dialog isOpen title={texts.changeHost} onClose={onDone}>
      <p>{texts.changeHostLead}</p>
      <ConsoleForm<FormValues>
        resource={{ host: '' }}
        valuesOf={(values) => values}
        isNew
        action={texts.give}
        save={async (values) => {
          await change.mutateAsync({ path: `sessions/${sessionKey}/host`, body: values });
          toasts.said(texts.given);
          onDone();
          return values;
        }}
      >
        <TextField name="host" label={texts.newHost} isRequired max={128} />
      </ConsoleForm>
    </Dialog>
  );
}
