/** Asks somebody whose session has ended to sign in again, over the page that they are at. Their call is then repeated. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isFormRenewed, onSignInRequired } from '../api-client.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/small.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { signIn } from './sign-in.ts';

export function SignInAgain() {
  const texts = areaTexts('frame').signInAgain;
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(
    () =>
      onSignInRequired(
        () =>
          new Promise((resolve) => {
            waiting.current.push(resolve);
            setAsked(true);
          }),
      ),
    [],
  );
  const done = () => {
    setAsked(false);
    setProblem(undefined);
    for (const resolve of waiting.current.splice(0)) resolve();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (isBusy) return;
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    const refused = await signIn(String(fields.get('webExID')), String(fields.get('password')));
    setBusy(false);
    if (refused === undefined) done();
    else setProblem(refused);
  };
  const look = async () => {
    const answer = await fetch(`${SHELL.homeConsole}/api/me`);
    if (!answer.ok) return setProblem(texts.notYet);
    await isFormRenewed();
    done();
  };
  if (!isAsked) return null;
  return (
    <Dialog isOpen isHeld title={texts.title} onClose={() => {}}>
      <p>{texts.body}</p>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      <form className="c-form" onSubmit={(event) => void submit(event)}>
        <div className="c-field">
          <label htmlFor="again-name">{texts.webExID}</label>
          <input
            id="again-name"
            name="webExID"
            autoComplete="username"
            defaultValue={SHELL.me.webExID}
            required
          />
        </div>
        <div className="c-field">
          <label htmlFor="again-password">{texts.password}</label>
          <input
            id="again-password"
            name="password"
            type="password"
            autoComplete="current-password"
            autoFocus
            required
          />
        </div>
        <div className="c-dialog-actions">
          <Button kind="main" type="submit" isBusy={isBusy}>
            {texts.submit}
          </Button>
        </div>
        <div className="c-other-ways">
          <a href={SHELL.home} target="_blank" rel="noreferrer">
            {texts.elsewhere}
          </a>
          <button type="button" className="c-as-link" onClick={() => void look()}>
            {texts.done}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
