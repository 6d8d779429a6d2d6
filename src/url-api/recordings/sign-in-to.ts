import { browserSessionOf } from '../../browser/browser-session.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { type LinkedRecording, linkTo } from './linked-recording.ts';

/** Where the host of a recording signs in and comes back to it; nothing for somebody who is signed in. */
export async function signInTo(call: PageCall, linked: LinkedRecording): Promise<string | undefined> {
  if (await browserSessionOf(call)) return undefined;
  return call.folder.address('signin.php', { MU: linkTo(call, linked) });
}
