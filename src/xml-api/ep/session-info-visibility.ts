/**
 * Who gets which element of GetSessionInfo: documented as a table by the kind of session. What the table does
 * not show (host, schedule, attendeeOptions and what follows) is ours: the host's address and the ways in are
 * for those whom the session is open to.
 */
import { isAudioOnly } from '../../sessions/audio-only.ts';
import type { Session } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';

/**
 * The columns: meeting, sales, training, event and audio-only sessions. Support sessions are in no column, and as
 * those of sales, whose registration nobody knows either.
 */
export type SessionKind = 'MC' | 'SC' | 'TC' | 'EC' | 'AO';

/** Always, never, or only when the session is open to the caller. */
export type Visibility = 'always' | 'never' | 'opened';

export function kindOf(site: Site, session: Pick<Session, 'service' | 'sessionType'>): SessionKind {
  if (isAudioOnly(site, session)) return 'AO';
  switch (session.service) {
    case 'SalesCenter':
    case 'SupportCenter':
      return 'SC';
    case 'TrainingCenter':
      return 'TC';
    case 'EventCenter':
      return 'EC';
    default:
      return 'MC';
  }
}

function row(MC: Visibility, SC: Visibility, TC: Visibility, EC: Visibility, AO: Visibility) {
  return { MC, SC, TC, EC, AO } as const satisfies Record<SessionKind, Visibility>;
}

export const SESSION_INFO_VISIBILITY = {
  status: row('always', 'always', 'always', 'always', 'never'),
  isLocked: row('always', 'always', 'always', 'always', 'always'),
  presenter: row('never', 'never', 'always', 'never', 'never'),
  panelistsInfo: row('never', 'never', 'never', 'always', 'never'),
  programName: row('never', 'never', 'never', 'always', 'never'),
  sessionkey: row('always', 'always', 'always', 'always', 'always'),
  confID: row('always', 'always', 'always', 'always', 'always'),
  accessControl: row('always', 'always', 'always', 'always', 'always'),
  sessionPassword: row('opened', 'opened', 'opened', 'never', 'opened'),
  audioPassword: row('opened', 'opened', 'opened', 'never', 'opened'),
  listStatus: row('always', 'always', 'always', 'always', 'always'),
  registration: row('always', 'never', 'always', 'always', 'never'),
  registrationURL: row('opened', 'never', 'always', 'always', 'never'),
  passwordReq: row('always', 'always', 'always', 'always', 'always'),
  metaData: row('always', 'always', 'always', 'always', 'always'),
  confName: row('always', 'always', 'always', 'always', 'always'),
  sessionType: row('always', 'always', 'always', 'always', 'always'),
  serviceType: row('always', 'always', 'always', 'always', 'always'),
  agenda: row('opened', 'opened', 'opened', 'never', 'never'),
  description: row('never', 'never', 'always', 'always', 'never'),
  account: row('never', 'opened', 'never', 'never', 'never'),
  opportunity: row('never', 'opened', 'never', 'never', 'never'),
  isRecurring: row('always', 'always', 'always', 'always', 'always'),
  telephony: row('opened', 'opened', 'opened', 'never', 'opened'),
  participantLimitedAccessCode: row('never', 'never', 'never', 'never', 'opened'),
  test: row('never', 'never', 'opened', 'never', 'never'),
  host: row('always', 'always', 'always', 'always', 'always'),
  hostEmail: row('opened', 'opened', 'opened', 'opened', 'opened'),
  schedule: row('always', 'always', 'always', 'always', 'always'),
  attendeeOptions: row('always', 'always', 'always', 'always', 'always'),
  sipURL: row('opened', 'never', 'never', 'never', 'never'),
  meetingLink: row('opened', 'opened', 'opened', 'opened', 'opened'),
} as const;

export type SessionInfoElement = keyof typeof SESSION_INFO_VISIBILITY;

/** Shows a value to a caller, or nothing. */
export type Show = <T>(element: SessionInfoElement, value: T) => T | undefined;

export function showing(kind: SessionKind, opened: boolean): Show {
  return (element, value) => {
    const visibility: Visibility = SESSION_INFO_VISIBILITY[element][kind];
    return visibility === 'always' || (visibility === 'opened' && opened) ? value : undefined;
  };
}
