/** What the console is told of a refusal: a status, a word that the catalogue knows, and the element that it is about. */
import {
  AccountNotFound,
  EmailTaken,
  HostLimitReached,
  PasswordNotAccepted,
  PersonalUrlTaken,
  UserManagementNotAllowed,
  WebExIdTaken,
} from '../../accounts/account.ts';
import { QueueNameTaken, QueueNotFound } from '../../accounts/web-acd/queue.ts';
import { Refused, statusOf } from '../../browser/reasons.ts';
import { LabNameTaken, LabNotFound } from '../../labs/lab.ts';
import { SessionFull, SessionLocked, SessionNotRunning } from '../../live/live.ts';
import { RecordingNotFound, RecordingStoreFull, RecordingTooLarge } from '../../recordings/recording.ts';
import {
  AccessDenied,
  NoRecordFound,
  Refusal,
  type RefusalClass,
  RuleBroken,
  StaleVersion,
} from '../../refusal.ts';
import { KeptSampleNotFound, TooManyKeptSamples } from '../../samples/kept-samples.ts';
import { AttendeeNotFound } from '../../sessions/attendee.ts';
import { AlreadyRegistered, RegistrationClosed, RegistrationFull } from '../../sessions/registration.ts';
import {
  AlternateHostNotFound,
  HostNotFound,
  SessionInProgress,
  SessionNotFound,
} from '../../sessions/session.ts';
import { ApiTokenNotFound } from '../../sign-in/api-tokens/api-token.ts';
import { IntegrationNotFound } from '../../sign-in/api-tokens/integration.ts';
import { SessionTypeNotFound } from '../../sites/session-types.ts';
import { SiteClosed, SiteNameTaken, SiteNotFound } from '../../sites/site.ts';
import { TooManyGuesses } from '../../throttle/guesses.ts';
import { RateLimitReached } from '../../throttle/throttle.ts';
import { WebhookNotFound } from '../../webhooks/webhook.ts';

/** The framework's own refusals. */
export class CallRefused extends Refusal {
  readonly status: number;
  readonly reason: string;
  constructor(status: number, reason: string, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

export interface ConsoleProblem {
  readonly status: number;
  readonly error: {
    readonly reason: string;
    readonly element?: string;
    /** For whoever writes a program. */
    readonly message: string;
    /** How it stands now, where somebody else was first. */
    readonly current?: unknown;
    readonly changedBy?: string;
  };
}

/** The status where it is not 422, and the element where the name of the refusal tells it. */
const TOLD = new Map<RefusalClass, { readonly status?: number; readonly element?: string }>([
  [AccessDenied, { status: 403 }],
  [SiteClosed, { status: 403 }],
  [UserManagementNotAllowed, { status: 403 }],
  [HostLimitReached, { status: 409 }],
  [AccountNotFound, { status: 404 }],
  [SiteNotFound, { status: 404 }],
  [SessionNotFound, { status: 404 }],
  [SessionTypeNotFound, { status: 404 }],
  [AttendeeNotFound, { status: 404 }],
  [RecordingNotFound, { status: 404 }],
  [QueueNotFound, { status: 404 }],
  [LabNotFound, { status: 404 }],
  [NoRecordFound, { status: 404 }],
  [KeptSampleNotFound, { status: 404 }],
  [ApiTokenNotFound, { status: 404 }],
  [IntegrationNotFound, { status: 404 }],
  [WebhookNotFound, { status: 404 }],
  [TooManyKeptSamples, { status: 409 }],
  [WebExIdTaken, { status: 409, element: 'webExID' }],
  [EmailTaken, { status: 409, element: 'email' }],
  [PersonalUrlTaken, { status: 409, element: 'personalUrl' }],
  [SiteNameTaken, { status: 409, element: 'siteName' }],
  [QueueNameTaken, { status: 409, element: 'name' }],
  [LabNameTaken, { status: 409, element: 'labName' }],
  [PasswordNotAccepted, { element: 'password' }],
  [HostNotFound, { element: 'host' }],
  [AlternateHostNotFound, { element: 'alternateHosts' }],
  [SessionInProgress, { status: 409 }],
  [SessionNotRunning, { status: 409 }],
  [SessionLocked, { status: 409 }],
  [SessionFull, { status: 409 }],
  [RegistrationClosed, { status: 409 }],
  [RegistrationFull, { status: 409 }],
  [AlreadyRegistered, { status: 409 }],
  [RecordingTooLarge, { status: 413 }],
  [RecordingStoreFull, { status: 507 }],
  [RateLimitReached, { status: 429 }],
  [TooManyGuesses, { status: 429 }],
]);

/** Nothing for a fault of ours. */
export function problemOf(error: unknown): ConsoleProblem | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const { message } = error;
  if (error instanceof CallRefused) return { status: error.status, error: { reason: error.reason, message } };
  if (error instanceof RuleBroken) {
    return { status: 422, error: { reason: 'RuleBroken', element: error.element, message: error.rule } };
  }
  if (error instanceof StaleVersion) {
    const { current, changedBy } = error;
    const by = changedBy === undefined ? {} : { changedBy };
    return { status: 409, error: { reason: 'StaleVersion', message, current, ...by } };
  }
  // The detail of these is for the log alone.
  if (error instanceof Refused) {
    return { status: statusOf(error.word), error: { reason: error.word, message: `refused: ${error.word}` } };
  }
  const { status = 422, element } = TOLD.get(error.constructor as RefusalClass) ?? {};
  return { status, error: { reason: error.name, message, ...(element !== undefined && { element }) } };
}
