/** Where the page of a session is, for somebody who is on their way into it or out of it. */
import { mayKnowOf } from '../../policies/session.ts';
import type { Relation } from '../../sessions/relation.ts';
import type { Session } from '../../sessions/session.ts';
import { linkForStrangers } from '../../sessions/session-links.ts';
import type { PageCall } from '../site-page.ts';
import type { VisitedMeeting } from './visited-meeting.ts';

/**
 * Nothing of a session that is not listed, for somebody who may have guessed its number.
 * @param visitor how they stand to it, or that they have been at its door or inside
 */
export function aboutSession(
  { context, site }: PageCall,
  { session, host }: VisitedMeeting,
  visitor: Relation | 'has been there',
): string | undefined {
  if (!session) return context.links.personalRoom(site, host);
  const isKnown = visitor === 'has been there' || mayKnowOf(session, visitor);
  return isKnown ? context.links.session(site, linkForStrangers(session)) : undefined;
}

/** What has been done with a session, which its page says. */
export type Deed = 'SCHEDULED' | 'CHANGED' | 'MOVED' | 'DROPPED';

/**
 * The address of the page of a session that nobody guesses and that tells strangers no password: whoever opens it sees
 * what is theirs to see.
 */
export function sessionAddress(
  { folder }: PageCall,
  session: Pick<Session, 'service' | 'hostToken' | 'attendeeToken'>,
  WAS?: Deed,
): string {
  const { token } = linkForStrangers(session);
  return folder.address('j.php', { MTID: `m${token}`, ...(WAS !== undefined && { WAS }) });
}
