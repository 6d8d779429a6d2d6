/** What is known of a recording when it begins: that of a session, or of a personal room. */
import type { AccountWithProfile } from '../accounts/account.ts';
import type { TrackingCodes } from '../accounts/account-profile.ts';
import { roomConfID } from '../sessions/personal-room.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import { USUAL_SERVICE } from '../sites/service-type.ts';
import type { RecordingDocument } from './recording.ts';
import type { NewRecording } from './recordings.ts';

type Begun = Pick<NewRecording, 'service' | 'timeZoneID' | 'confID' | 'document'>;

/** Who may find it is who may find the session. */
export function recordingOfSession(session: SessionWithDocument, host: AccountWithProfile): Begun {
  const { service, timeZoneID, confID, listStatus, document } = session;
  return {
    service,
    timeZoneID,
    confID,
    document: {
      ...presentedBy(host),
      listing: listStatus,
      agenda: document.agenda ?? '',
      trackingCodes: numbered(document.tracking),
    },
  };
}

export function recordingOfRoom(owner: AccountWithProfile): Begun {
  return {
    service: USUAL_SERVICE,
    timeZoneID: owner.timeZoneID,
    confID: roomConfID(owner),
    document: { ...presentedBy(owner), trackingCodes: numbered(owner.profile.tracking) },
  };
}

function presentedBy({ firstName, lastName, email }: AccountWithProfile): Partial<RecordingDocument> {
  return { presenter: `${firstName} ${lastName}`.trim(), email };
}

function numbered(codes: TrackingCodes): RecordingDocument['trackingCodes'] {
  return Object.fromEntries(
    Object.entries(codes).map(([name, code]) => [name.slice('trackingCode'.length), code]),
  );
}
