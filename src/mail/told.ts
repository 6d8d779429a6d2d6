/** What mail tells of a site, a host and a session: the part of each that is written down with a mail. */
import type { Account } from '../accounts/account.ts';
import type { Session, SessionDocument, SessionWithDocument } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';

/** What mail tells of a site. */
export interface ToldSite extends Pick<Site, 'id' | 'siteName'> {
  readonly settings: Pick<Site['settings'], 'telephony' | 'pages'>;
}

export type ToldHost = Pick<Account, 'firstName' | 'lastName' | 'webExId' | 'email'>;

/** What mail tells of a session: not what can be done in it. */
export interface ToldSession extends Session {
  readonly document: Omit<SessionDocument, 'enableOptions' | 'tracking'>;
}

export function toldSite({ id, siteName, settings: { telephony, pages } }: Site): ToldSite {
  return { id, siteName, settings: { telephony, pages } };
}

export function toldHost({ firstName, lastName, webExId, email }: Account): ToldHost {
  return { firstName, lastName, webExId, email };
}

export function toldSession({ document, ...session }: SessionWithDocument): ToldSession {
  const { enableOptions: _inIt, tracking: _ofIt, ...told } = document;
  return { ...session, document: told };
}
