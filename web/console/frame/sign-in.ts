/** Signs in by the form of the site's own page, so that all that holds for it holds here. */
import { isFormRenewed } from '../api-client.ts';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';

/** @returns why not, in words; nothing when it has worked */
export async function signIn(webExID: string, password: string): Promise<string | undefined> {
  const texts = areaTexts('frame');
  try {
    const answer = await fetch(SHELL.signOut.action, {
      method: 'POST',
      headers: { Accept: 'text/html' },
      body: new URLSearchParams({ ...SHELL.signOut.fields, AT: 'LI', WID: webExID, PW: password }),
    });
    const page = await answer.text();
    const me = await fetch(`${SHELL.homeConsole}/api/me`);
    if (me.ok) {
      await isFormRenewed();
      return undefined;
    }
    const { locked, wrong } = texts.signInAgain;
    return /"problem":"AccountLocked"/.test(page)
      ? locked
      : me.status === 403
        ? texts.forbidden.title
        : wrong;
  } catch {
    return texts.problems.Offline;
  }
}
