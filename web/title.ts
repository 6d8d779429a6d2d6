/** The first line of a page: its heading, and its title in the browser's list of windows. */
import type { ErrorPage, PageContent } from '../src/browser/pages/page-data.ts';
import type { Texts } from './texts/texts.ts';

export function titleOf(content: PageContent, texts: Texts): string {
  switch (content.page) {
    case 'welcome':
      return texts.welcome.heading;
    case 'sign-in':
      return texts.signIn;
    case 'home':
      return texts.home.yourSessions;
    case 'change-password':
      return texts.password.change;
    case 'forgot-password':
      return content.state === 'sent' ? texts.forgot.sentHeading : texts.forgot.heading;
    case 'confirm-email':
      return texts.confirmEmail[content.state];
    case 'reset-password':
      return texts.password.reset;
    case 'signed-up':
      return content.waits ? texts.signedUp.waitsHeading : texts.signedUp.heading;
    case 'registered':
      return texts.registered[content.state];
    case 'personal-room':
      return content.title;
    case 'waiting':
      return texts.waiting[content.waitsFor];
    case 'ended':
      return texts.ended[content.why];
    case 'leaving':
      return texts.leaving.heading;
    case 'confirm':
      return texts.confirm.heading;
    case 'call-in':
      return texts.callIn.heading;
    case 'error':
      return errorHeading(content, texts);
    default:
      return content.session.confName;
  }
}

function errorHeading({ status, ssoError }: ErrorPage, { error: { headings } }: Texts): string {
  if (ssoError !== undefined) return headings.sso;
  if (status === 404 || status === 410) return headings.notFound;
  if (status === 401 || status === 403) return headings.denied;
  if (status === 429) return headings.wait;
  if (status === 400 || status === 413 || status === 414 || status === 415) return headings.notUnderstood;
  return status >= 500 ? headings.fault : headings.other;
}
