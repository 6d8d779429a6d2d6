/** A session: any scheduled thing. The names are the interface's own (meeting.xsd and its kin). */
import type { TrackingCodes } from '../accounts/account.ts';
import { Refusal } from '../refusal.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { LocalTime } from '../time/site-time.ts';
import type { Repeat } from './recurrence/repeat.ts';

export const LIST_STATUSES = ['PUBLIC', 'PRIVATE', 'UNLISTED'] as const;
export type ListStatus = (typeof LIST_STATUSES)[number];

export const SESSION_STATUSES = ['NOT_INPROGRESS', 'INPROGRESS'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** In the order in which getMeeting writes them (recorded 2016-07). */
export const ENABLE_OPTIONS = [
  'chat',
  'poll',
  'audioVideo',
  'attendeeList',
  'fileShare',
  'presentation',
  'applicationShare',
  'desktopShare',
  'webTour',
  'meetingRecord',
  'annotation',
  'importDocument',
  'saveDocument',
  'printDocument',
  'pointer',
  'switchPage',
  'fullScreen',
  'thumbnail',
  'zoom',
  'copyPage',
  'rcAppShare',
  'rcDesktopShare',
  'rcWebTour',
  'javaClient',
  'nativeClient',
  'attendeeRecordMeeting',
  'voip',
  'faxIntoMeeting',
  'enableReg',
  'supportQandA',
  'supportFeedback',
  'supportBreakoutSessions',
  'supportPanelists',
  'supportRemoteComputer',
  'supportShareWebContent',
  'supportUCFWebPages',
  'supportUCFRichMedia',
  'autoDeleteAfterMeetingEnd',
  'viewAnyDoc',
  'viewAnyPage',
  'allowContactPrivate',
  'chatHost',
  'chatPresenter',
  'chatAllAttendees',
  'multiVideo',
  'notes',
  'closedCaptions',
  'singleNote',
  'sendFeedback',
  'displayQuickStartHost',
  'displayQuickStartAttendees',
  'supportE2E',
  'supportPKI',
  'HQvideo',
  'HDvideo',
  'viewVideoThumbs',
] as const;
export type EnableOption = (typeof ENABLE_OPTIONS)[number];

/** What is on when nothing is said (recorded 2016-07). */
export const ENABLED_BY_DEFAULT: readonly EnableOption[] = [
  'chat',
  'poll',
  'audioVideo',
  'presentation',
  'applicationShare',
  'desktopShare',
  'webTour',
  'rcAppShare',
  'rcDesktopShare',
  'supportQandA',
  'supportFeedback',
  'supportShareWebContent',
  'notes',
  'viewVideoThumbs',
];

export const TELEPHONY_SUPPORTS = ['NONE', 'CALLIN', 'CALLBACK', 'OTHER'] as const;
export type TelephonySupport = (typeof TELEPHONY_SUPPORTS)[number];

/** Whose turn is first when a subscriber calls in. */
export const TSP_ORDERS = ['SUBSCRIBER_1ST', 'PARTICIPANT_1ST'] as const;

export interface TspConference {
  readonly tollFreeCallInNumber: string;
  readonly tollCallInNumber: string;
  readonly subscriberAccessCode?: string | undefined;
  readonly participantAccessCode?: string | undefined;
}

export interface Telephony {
  readonly telephonySupport: TelephonySupport;
  readonly numPhoneLines: number;
  readonly extTelephonyURL?: string | undefined;
  readonly extTelephonyDescription?: string | undefined;
  readonly enableTSP: boolean;
  readonly tspAccountIndex?: number | undefined;
  readonly personalAccountIndex?: number | undefined;
  readonly intlLocalCallIn: boolean;
  readonly teleconfLocation?: string | undefined;
  readonly tspConference?: TspConference | undefined;
  readonly tspAccessCodeOrder?: (typeof TSP_ORDERS)[number] | undefined;
  readonly tollFree?: boolean | undefined;
  readonly isMPAudio: boolean;
}

export interface Remind {
  readonly enableReminder?: boolean | undefined;
  readonly emails?: readonly string[] | undefined;
  readonly sendEmail?: boolean | undefined;
  readonly mobile?: string | undefined;
  readonly sendMobile?: boolean | undefined;
  readonly daysAhead?: number | undefined;
  readonly hoursAhead?: number | undefined;
  readonly minutesAhead?: number | undefined;
}

export interface AttendeeOptions {
  /** Attendees ask to be let in. */
  readonly request: boolean;
  readonly registration: boolean;
  /** Registrations are approved by themselves. */
  readonly auto: boolean;
  readonly emailInvitations: boolean;
  /** Registrations at most; 0 is any number. */
  readonly participantLimit: number;
  /** The password is left out of mail. */
  readonly excludePassword: boolean;
  readonly joinRequiresAccount: boolean;
  readonly requireUcfDiagnosis?: boolean | undefined;
}

/** What people dial to come into an audio-only session, and as whom. */
export interface AccessCodes {
  /** The host. */
  readonly subscriberAccessCode: string;
  readonly participantFullAccessCode: string;
  /** Whoever only listens. */
  readonly participantLimitedAccessCode: string;
}

/** What a session holds beside the columns that are searched and sorted. */
export interface SessionDocument {
  readonly password?: string | undefined;
  /** Eight digits, when the site has audio passwords and the session a password. */
  readonly audioPassword?: string | undefined;
  readonly agenda?: string | undefined;
  readonly greeting?: string | undefined;
  readonly location?: string | undefined;
  readonly invitation?: string | undefined;
  readonly sessionTemplate?:
    | { readonly use?: string | undefined; readonly default?: boolean | undefined }
    | undefined;
  readonly isInternal: boolean;
  readonly setNonMTOptions?: boolean | undefined;
  readonly maxUserNumber: number;
  readonly enableOptions: Readonly<Record<EnableOption, boolean>>;
  /** Seconds before the start from which attendees may join. */
  readonly openTime: number;
  readonly templateFilePath?: string | undefined;
  readonly showFilePath?: string | undefined;
  readonly showFileStartMode: boolean;
  readonly showFileContPlayFlag: boolean;
  readonly showFileInterVal: number;
  /** 0 none, 1 beep, 2 the name: a number in answers, where requests elsewhere have words. */
  readonly entryExitTone: number;
  readonly extURL?: string | undefined;
  readonly extNotifyTime: number;
  readonly joinNotifyURL?: string | undefined;
  readonly joinTeleconfBeforeHost: boolean;
  readonly firstAttendeeAsPresenter: boolean;
  readonly telephony: Telephony;
  readonly tracking: TrackingCodes;
  readonly repeat: Repeat;
  /** The first start as the host reads it off his clock: what a series keeps across daylight saving. */
  readonly startLocal?: LocalTime | undefined;
  /** Starts of the series that do not take place, or at another time; epoch milliseconds. */
  readonly excluded: readonly number[];
  readonly remind: Remind;
  readonly attendeeOptions: AttendeeOptions;
  readonly assistService?:
    | { readonly assistRequest?: string | undefined; readonly assistConfirm?: string | undefined }
    | undefined;
  /** Of an audio-only session; they are drawn once. */
  readonly accessCodes?: AccessCodes | undefined;
  /** Six digits with which the host takes the session over. */
  readonly hostKey: string;
  /** 32 hex digits. */
  readonly guestToken: string;
}

/** The columns of a session. */
export interface Session {
  /** The row's number; never shown. */
  readonly id: number;
  readonly site: number;
  /** Rows of accounts. */
  readonly host: number;
  readonly creator: number;
  /** Nine digits, unique on the installation, never used again. */
  readonly sessionKey: number;
  readonly confID: number;
  readonly eventID: number;
  /** The MTIDs of its two links, each 32 hex digits. */
  readonly hostToken: string;
  readonly attendeeToken: string;
  readonly service: ServiceType;
  readonly sessionType: number;
  readonly confName: string;
  /** Epoch milliseconds; the first start of a series. */
  readonly startAt: number;
  /** The last end of a series; far ahead for an endless one. */
  readonly endAt: number;
  /** Minutes. */
  readonly duration: number;
  readonly timeZoneID: number;
  readonly recurring: boolean;
  readonly series: number | null;
  readonly originalStartAt: number | null;
  readonly listStatus: ListStatus;
  readonly passwordRequired: boolean;
  readonly registration: boolean;
  readonly inProgress: boolean;
  readonly actualStartAt: number | null;
  readonly hostJoined: boolean;
  readonly participantsJoined: boolean;
  readonly sequence: number;
  readonly version: number;
}

export interface SessionWithDocument extends Session {
  readonly document: SessionDocument;
}

export function statusOf({ inProgress }: Session): SessionStatus {
  return inProgress ? 'INPROGRESS' : 'NOT_INPROGRESS';
}

/** No session of that key on this site, or none that the caller may see. */
export class SessionNotFound extends Refusal {
  constructor(sessionKey: number) {
    super(`there is no session ${sessionKey}`);
  }
}

export class SessionInProgress extends Refusal {
  constructor(sessionKey: number) {
    super(`the session ${sessionKey} is in progress`);
  }
}

export class SessionPasswordRequired extends Refusal {
  constructor() {
    super('sessions of this site must have a password');
  }
}

/** The account that a session is scheduled for does not exist, or is no host. */
export class HostNotFound extends Refusal {
  constructor(webExId: string) {
    super(`there is no host ${webExId}`);
  }
}

export class SchedulingNotPermitted extends Refusal {
  constructor(webExId: string) {
    super(`the caller may not schedule for ${webExId}`);
  }
}

export class AlternateHostNotFound extends Refusal {
  constructor(email: string) {
    super(`the alternate host ${email} has no account`);
  }
}

export class SessionTypeNotSupported extends Refusal {
  constructor(sessionType: number) {
    super(`the host may not use the session type ${sessionType}`);
  }
}

/** The session has a password, and what was sent is not it. */
export class WrongSessionPassword extends Refusal {
  constructor(sessionKey: number) {
    super(`wrong password for the session ${sessionKey}`);
  }
}
