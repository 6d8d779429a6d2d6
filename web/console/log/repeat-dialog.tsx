/** Sends what an entry has kept once more. */
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { LogEntry, LogRepeated, LogRepeatRequest } from '../../../src/console/log/log-data.ts';
import { wordsOf } from '../api-problem.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useSend } from '../use-call.ts';

export function RepeatDialog({ entry, close }: { readonly entry: LogEntry; readonly close: () => void }) {
  const texts = areaTexts('log');
  const id = useId();
  const navigate = useNavigate();
  const [isOther, setOther] = useState(false);
  const [webExID, setWebExID] = useState(entry.caller ?? '');
  const [password, setPassword] = useState('');
  const repeat = useSend<LogRepeated>('POST', ['log']);
  const submit = () => {
    const body: LogRepeatRequest = isOther ? { as: { webExID, password } } : {};
    repeat.mutate(
      { path: `log/${entry.entry}/repeat`, body },
      { onSuccess: (repeated) => void navigate({ to: `/log/${repeated.id}` }).then(close) },
    );
  };
  return (
    <Dialog
      title={texts.repeatTitle}
      isOpen
      onClose={close}
      actions={
        <Button kind="main" isBusy={repeat.isPending} onPress={submit}>
          {texts.send}
        </Button>
      }
    >
      <form
        className="repeat-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{texts.repeatLead}</p>
        <fieldset className="sender">
          <legend>{texts.repeatAs}</legend>
          {[false, true].map((other) => (
            <label className="radio" key={String(other)}>
              <input
                type="radio"
                name={`${id}-as`}
                checked={isOther === other}
                onChange={() => setOther(other)}
              />
              <span>{other ? texts.repeatOther : texts.repeatMe}</span>
            </label>
          ))}
          {isOther && (
            <div className="credentials">
              <label className="element-field">
                <span>{texts.webExID}</span>
                <input
                  value={webExID}
                  onChange={({ target }) => setWebExID(target.value)}
                  autoComplete="off"
                />
              </label>
              <label className="element-field">
                <span>{texts.password}</span>
                <input
                  type="password"
                  value={password}
                  onChange={({ target }) => setPassword(target.value)}
                  autoComplete="off"
                />
              </label>
            </div>
          )}
        </fieldset>
        {repeat.error && (
          <p className="problem" role="alert">
            {wordsOf(repeat.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
