/** Scheduling a session by the rules of its site, whoever asks for it and by which protocol. */
import type { Account, AccountWithProfile } from '../accounts/account.ts';
import type { Random } from '../random.ts';
import type { SessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import type { NewAttendee } from './attendee.ts';
import { audioPasswordFor, checkSchedule, type NewDocument } from './scheduling.ts';
import type { ListStatus, SessionWithDocument } from './session.ts';
import type { Sessions } from './sessions.ts';

export interface SessionAsked {
  readonly host: AccountWithProfile;
  readonly creator: Account;
  readonly type: SessionType;
  readonly confName: string;
  /** Epoch milliseconds; of a series the first start. */
  readonly startAt: number;
  /** Minutes. */
  readonly duration: number;
  readonly timeZoneID: number;
  /** A site may have all of its sessions unlisted. */
  readonly listStatus: ListStatus;
  readonly document: NewDocument;
}

/** Resolves when it is on disk. Errors: `RuleBroken`, `SessionPasswordRequired`, `TooManyAttendees`. */
export async function scheduleSession(
  { sessions, random }: { readonly sessions: Sessions; readonly random: Random },
  site: Site,
  { host, creator, type, document, listStatus, ...when }: SessionAsked,
  invited: readonly NewAttendee[] = [],
): Promise<SessionWithDocument> {
  checkSchedule({ site, host, type, document, ...when });
  return sessions.create(
    site,
    {
      ...when,
      host,
      creator,
      service: type.serviceType,
      sessionType: type.meetingTypeID,
      listStatus: site.settings.security.allMeetingsUnlisted ? 'UNLISTED' : listStatus,
      document: { ...document, audioPassword: audioPasswordFor(site, document, random) },
    },
    invited,
  );
}
