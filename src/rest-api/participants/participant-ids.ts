/** The id of a participant: that of the meeting, and a UUID of the stay. */
import type { RestCall } from '../rest-caller.ts';

type Ids = Pick<RestCall, 'ids'>['ids'];

export interface ParticipantId {
  readonly sessionKey: number;
  /** The number of the stay, which is that of the attendance in the history. */
  readonly stay: number;
}

export function participantId(ids: Ids, site: number, { sessionKey, stay }: ParticipantId): string {
  return `${ids.series(site, sessionKey)}_${ids.uuid('participant', site, stay)}`;
}

/** Nothing for what is no such id of the site. Some clients have the id of the instance before the UUID. */
export function participantOf(ids: Ids, site: number, id: string): ParticipantId | undefined {
  const [, meeting = '', uuid = ''] =
    /^([0-9a-f]{32})(?:_I_\d{1,20})?_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(id) ?? [];
  const sessionKey = ids.numberOf('meeting', site, meeting);
  const stay = ids.numberOf('participant', site, uuid.replaceAll('-', ''));
  return sessionKey === undefined || stay === undefined ? undefined : { sessionKey, stay };
}
