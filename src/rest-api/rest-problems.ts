/**
 * What a caller is told of a failure: a status, and the documented text (rest-console.md, 1.2). The domain fails by name;
 * this is the one table from its names to the words of this interface.
 */
import {
  AccountNotFound,
  EmailTaken,
  HostLimitReached,
  PasswordNotAccepted,
  UserManagementNotAllowed,
  WebExIdTaken,
} from '../accounts/account.ts';
import { DatabaseUnavailable } from '../database/database.ts';
import { SessionFull, SessionLocked } from '../live/live.ts';
import { AccountRequired } from '../policies/admission.ts';
import { RecordingNotFound, RecordingQuotaUsed, RecordingStoreFull } from '../recordings/recording.ts';
import { TranscriptNotFound } from '../recordings/transcripts/cue.ts';
import { AccessDenied, NoRecordFound, Refusal, type RefusalClass, RuleBroken } from '../refusal.ts';
import { AttendeeNotFound, TooManyAttendees } from '../sessions/attendee.ts';
import { AlreadyRegistered, RegistrationClosed, RegistrationFull } from '../sessions/registration.ts';
import {
  AlternateHostNotFound,
  HostNotFound,
  SchedulingNotPermitted,
  SessionInProgress,
  SessionNotFound,
  SessionPasswordRequired,
  SessionTypeNotSupported,
} from '../sessions/session.ts';
import { IdentityProviderSilent, IdentityProviderWrong } from '../sign-in/failures.ts';
import { SiteClosed } from '../sites/site.ts';
import { TooManyGuesses } from '../throttle/guesses.ts';
import { RateLimitReached } from '../throttle/throttle.ts';
import { TooManyWebhooks, WebhookExists, WebhookNotFound } from '../webhooks/webhook.ts';
import { InvalidElement } from '../xml/invalid-element.ts';
import {
  HostUnknown,
  InvalidItem,
  MediaTypeRefused,
  MethodRefused,
  NotPermitted,
  RequestUnreadable,
  ResourceUnknown,
  RestFailure,
  ScopeMissing,
  TokenMissing,
} from './rest-refusals.ts';

export interface RestProblem {
  readonly status: number;
  readonly message: string;
  readonly descriptions: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** It is ours: its error goes into the log. */
  readonly isFault?: true;
}

export const TEXTS = {
  tokenMissing: 'The request requires a valid access token set in the Authorization request header.',
  forbidden:
    'The server understood the request, but refused to fulfill it because the access token is missing required ' +
    'scopes or the user is missing required roles or licenses.',
  notFound: 'The requested resource could not be found.',
  noData: 'Cannot find the data',
  invalidItems: 'The input parameters contain invalid items.',
  malformed:
    "The request could not be understood by the server due to malformed syntax. See 'errors' for more details.",
  inProgress: 'Meeting is in progress',
} as const;

/** Rows of `TOLD`: without a description the refusal's own words are it, where they may be told. */
interface Told {
  readonly status: number;
  readonly message: string;
  readonly description?: string;
}

/** A name of the domain, and what the caller is told of it. Rows of a resource stand together. */
const TOLD = new Map<RefusalClass, Told>([
  [AccessDenied, { status: 403, message: TEXTS.forbidden, description: TEXTS.forbidden }],
  [SiteClosed, { status: 403, message: TEXTS.forbidden, description: TEXTS.forbidden }],
  [WebhookNotFound, { status: 404, message: TEXTS.notFound, description: TEXTS.notFound }],
  [WebhookExists, { status: 409, message: 'The webhook exists already.' }],
  [TooManyWebhooks, { status: 403, message: TEXTS.forbidden }],
  [NoRecordFound, { status: 404, message: TEXTS.noData, description: TEXTS.noData }],
  [AccountNotFound, { status: 404, message: TEXTS.notFound, description: TEXTS.notFound }],
  [WebExIdTaken, { status: 409, message: 'There is an account of that name.' }],
  [UserManagementNotAllowed, { status: 403, message: TEXTS.forbidden }],
  [HostLimitReached, { status: 403, message: TEXTS.forbidden }],
  [EmailTaken, { status: 409, message: 'There is an account of that e-mail address.' }],

  [
    IdentityProviderSilent,
    { status: 503, message: 'The identity provider does not answer.', description: 'Try again later.' },
  ],
  [
    IdentityProviderWrong,
    { status: 502, message: 'The identity provider answers wrongly.', description: 'Try again later.' },
  ],

  // Recordings
  [RecordingNotFound, { status: 404, message: 'Recording not found', description: 'Recording not found' }],
  [RecordingQuotaUsed, { status: 507, message: 'No room is left for recordings.' }],
  [RecordingStoreFull, { status: 507, message: 'No room is left for recordings.' }],
  [TranscriptNotFound, { status: 404, message: TEXTS.notFound, description: TEXTS.notFound }],

  // Meetings
  [SessionNotFound, { status: 404, message: TEXTS.noData, description: TEXTS.noData }],
  [SessionInProgress, { status: 400, message: TEXTS.inProgress, description: TEXTS.inProgress }],
  [
    SessionPasswordRequired,
    { status: 400, message: TEXTS.invalidItems, description: "'password' is required on this site." },
  ],
  [
    SessionTypeNotSupported,
    {
      status: 400,
      message: TEXTS.invalidItems,
      description: "'sessionTypeId' is not one that the host may use.",
    },
  ],
  [
    HostNotFound,
    { status: 404, message: TEXTS.noData, description: "'hostEmail' is not a host of this site." },
  ],
  [SchedulingNotPermitted, { status: 403, message: TEXTS.forbidden, description: TEXTS.forbidden }],
  [SessionLocked, { status: 423, message: 'The meeting is locked.' }],
  [SessionFull, { status: 409, message: 'The meeting is full.' }],

  // Invitees and registrants
  [AttendeeNotFound, { status: 404, message: TEXTS.noData, description: TEXTS.noData }],
  [TooManyAttendees, { status: 400, message: TEXTS.invalidItems }],
  [
    AlternateHostNotFound,
    {
      status: 400,
      message: TEXTS.invalidItems,
      description: "'coHost' is for people with a host account on this site.",
    },
  ],
  [RegistrationClosed, { status: 400, message: 'Registration is not enabled for this meeting.' }],
  [RegistrationFull, { status: 409, message: 'All places of this meeting are taken.' }],
  [AlreadyRegistered, { status: 409, message: 'User is already a meeting registrant.' }],
  [AccountRequired, { status: 403, message: TEXTS.forbidden, description: TEXTS.forbidden }],
]);

/** The interface's own words for what the domain calls by those of the old interface. */
const NAMES: Readonly<Record<string, string>> = {
  confName: 'title',
  meetingPassword: 'password',
  sessionPassword: 'password',
  startDate: 'start',
  duration: 'end',
  timeZoneID: 'timezone',
  repeat: 'recurrence',
  repeatType: 'recurrence',
  repeatSession: 'recurrence',
  meetingType: 'sessionTypeId',
  openTime: 'joinBeforeHostMinutes',
  listStatus: 'publicMeeting',
  webExID: 'email',
};

/** @param now epoch milliseconds */
export function problemOf(error: unknown, now: number): RestProblem {
  if (error instanceof InvalidElement) return ofElement(error);
  if (error instanceof Refusal) return ofRefusal(error, now);
  if (error instanceof DatabaseUnavailable) {
    const message = 'The server cannot answer now. Try again later.';
    return { status: 503, message, descriptions: [message], headers: { 'Retry-After': '5' }, isFault: true };
  }
  const message = 'Something went wrong on the server.';
  return { status: 500, message, descriptions: [message], isFault: true };
}

function ofElement({ path, rule, explanation }: InvalidElement): RestProblem {
  const isMalformed = rule === 'missing' || rule.startsWith('not-a');
  const description = rule === 'missing' ? `'${path}' cannot be empty` : `'${path}' ${explanation}`;
  const message = isMalformed ? TEXTS.malformed : TEXTS.invalidItems;
  return { status: 400, message, descriptions: [description] };
}

function ofRefusal(error: Refusal, now: number): RestProblem {
  if (error instanceof RuleBroken) {
    const name = NAMES[error.element] ?? error.element;
    return { status: 400, message: TEXTS.invalidItems, descriptions: [`'${name}' ${error.rule}`] };
  }
  if (error instanceof InvalidItem) {
    return { status: 400, message: TEXTS.invalidItems, descriptions: [error.description] };
  }
  if (error instanceof PasswordNotAccepted) {
    const description = `Meeting password validation failed. The password ${error.rule}.`;
    return { status: 400, message: TEXTS.invalidItems, descriptions: [description] };
  }
  if (error instanceof RateLimitReached || error instanceof TooManyGuesses) {
    const seconds = Math.max(1, Math.ceil((60_000 - (now % 60_000)) / 1000));
    const message = 'Too many requests have been made. Try again after the time that Retry-After states.';
    return { status: 429, message, descriptions: [message], headers: { 'Retry-After': String(seconds) } };
  }
  const own = ofFrame(error);
  if (own) return own;
  const told = TOLD.get(error.constructor as RefusalClass);
  if (!told) return { status: 400, message: TEXTS.invalidItems, descriptions: [sentence(error.message)] };
  const { status, message } = told;
  return { status, message, descriptions: [told.description ?? sentence(error.message)] };
}

/** What the frame itself says no with. */
function ofFrame(error: Refusal): RestProblem | undefined {
  if (error instanceof TokenMissing) {
    const headers = { 'WWW-Authenticate': 'Bearer' };
    return { status: 401, message: TEXTS.tokenMissing, descriptions: [TEXTS.tokenMissing], headers };
  }
  if (error instanceof ScopeMissing) {
    return { status: 403, message: TEXTS.forbidden, descriptions: [TEXTS.forbidden] };
  }
  if (error instanceof NotPermitted) {
    return { status: 403, message: TEXTS.forbidden, descriptions: [error.description] };
  }
  if (error instanceof ResourceUnknown) {
    return { status: 404, message: TEXTS.notFound, descriptions: [TEXTS.notFound] };
  }
  if (error instanceof HostUnknown) {
    return { status: 404, message: TEXTS.noData, descriptions: ["'hostEmail' is not a user of this site."] };
  }
  if (error instanceof MethodRefused) {
    const message = 'The request method is not supported for this resource.';
    return {
      status: 405,
      message,
      descriptions: [sentence(error.message)],
      headers: { Allow: error.allowed },
    };
  }
  if (error instanceof MediaTypeRefused) {
    const message = 'The media type of the request is not supported.';
    return { status: 415, message, descriptions: [sentence(error.message)] };
  }
  if (error instanceof RequestUnreadable) {
    const status = error.isTooLarge ? 413 : 400;
    return { status, message: TEXTS.malformed, descriptions: [sentence(error.message)] };
  }
  if (error instanceof RestFailure) {
    const { status, message, descriptions } = error;
    return { status, message, descriptions: descriptions.length > 0 ? descriptions : [message] };
  }
  return undefined;
}

/** `the host is unknown` as a sentence. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The body of an error. */
export function problemBody({ message, descriptions }: RestProblem, trackingId: string): string {
  return JSON.stringify({
    message,
    errors: descriptions.map((description) => ({ description })),
    trackingId,
  });
}
