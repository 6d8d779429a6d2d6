/** By what a browser is let in to the sound and the pictures of a room. */
import type { VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { LiveState, Stay } from '../../live/live.ts';
import type { JoinGrant } from '../../media/engine.ts';
import { mediaRights } from '../../policies/media.ts';

/** @param stay somebody who is in */
export function mediaGrant(
  { context, site }: PageCall,
  { session }: VisitedMeeting,
  { run: id, sessionKey, startedAt, breakouts, rules }: LiveState,
  stay: Stay,
): Promise<JoinGrant> {
  const rights = mediaRights(site, session, stay, rules);
  return context.media.grant({ stay, rights }, { site, sessionKey, id, startedAt, breakouts });
}
