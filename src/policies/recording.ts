/** Who may record what is seen and heard in a room. */
import type { Stay } from '../live/live.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import { sessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import { runsRoom } from './room.ts';

/**
 * Whether a room may be recorded: `meetingRecord` of the session's options (meeting.xsd), `supportMeetingRecord` of its
 * type (meetingtype.xsd; a type that the site no longer has forbids nothing), and the site's own switch. A personal room
 * has no options.
 */
export function isRecordable(site: Site, session: SessionWithDocument | undefined): boolean {
  if (!site.settings.recordings.inRooms) return false;
  if (!session) return true;
  const type = sessionType(site, session.sessionType);
  return session.document.enableOptions.meetingRecord && (type?.options.supportMeetingRecord ?? true);
}

/** Begins, pauses, goes on with and stops it: the host and co-hosts. */
export function mayRecord(site: Site, session: SessionWithDocument | undefined, stay: Stay): boolean {
  return runsRoom(stay) && isRecordable(site, session);
}
