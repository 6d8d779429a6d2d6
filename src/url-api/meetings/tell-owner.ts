/** Tells the owner of a personal room who is away that somebody waits there, or has come in. */
import type { VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import type { CommandCall } from '../command.ts';

/** @param name of the person, as they say themselves */
export async function tellOwner(
  { context, site }: CommandCall,
  { place, sessionKey }: VisitedMeeting,
  name: string,
  what: 'waits' | 'enters',
): Promise<void> {
  if (place.kind !== 'room') return;
  const { owner } = place;
  if (owner.profile.personalMeetingRoom.notificationModes.length === 0) return;
  const state = await context.live.state(site, sessionKey);
  if (state?.people.some(({ account }) => account === owner.id)) return;
  if (!context.roomNotices.lets(site, owner.id, name)) return;
  await context.database.write((tx) => context.mail.notices.somebodyIsThere(tx, site, owner, { name, what }));
}
