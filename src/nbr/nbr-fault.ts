/** How the NBR services say no. */
import { DatabaseUnavailable } from '../database/database.ts';
import { RecordingNotFound } from '../recordings/recording.ts';
import { AccessDenied, Refusal, type RefusalClass } from '../refusal.ts';
import { AccountExpired, AccountInactive, AccountLocked, PasswordExpired } from '../sign-in/failures.ts';
import { NbrTicketInvalid } from '../sign-in/nbr-tickets.ts';
import { SiteClosed } from '../sites/site.ts';
import { RateLimitReached } from '../throttle/throttle.ts';
import { NotReadable } from '../xml/charset.ts';
import { FileGone } from './attachments.ts';
import { NbrSignInRefused } from './nbr-caller.ts';

/**
 * Codes of refused callers. Clients know their form, "AS" and a number: a ticket that begins so is one. Which number the
 * original service gave to what is not known; these are ours, and the manual has them.
 */
export const NBR_CODES: readonly (readonly [why: RefusalClass, code: string, about: string])[] = [
  [NbrSignInRefused, 'AS0001', 'siteId, user name and password do not belong together'],
  [NbrTicketInvalid, 'AS0002', 'the ticket is unknown, another site’s or over'],
  [AccessDenied, 'AS0003', 'the account may not do this'],
  [AccountLocked, 'AS0004', 'the account is locked, by an administrator or by wrong passwords'],
  [AccountInactive, 'AS0005', 'the account is not activated'],
  [AccountExpired, 'AS0005', 'the time of the account is over'],
  [PasswordExpired, 'AS0006', 'the password is over: set a new one'],
  [SiteClosed, 'AS0007', 'the site is closed'],
  [RateLimitReached, 'AS0008', 'the site has made too many calls in this minute'],
];

export interface NbrFault {
  /** Of a refused caller. */
  readonly code: string | undefined;
  readonly faultstring: string;
  readonly isOurs: boolean;
  /** A recording is asked for that is not there. */
  readonly isMissing: boolean;
}

/** @param id the request's number, by which the log tells what is ours to mend */
export function nbrFaultOf(error: unknown, id: string): NbrFault {
  if (!(error instanceof Refusal || error instanceof NotReadable)) {
    const faultstring =
      error instanceof DatabaseUnavailable
        ? `the server cannot answer just now: try again later (request ${id})`
        : `a fault of the server, not of your call (request ${id})`;
    return { code: undefined, faultstring, isOurs: true, isMissing: false };
  }
  const code = NBR_CODES.find(([why]) => error instanceof why)?.[1];
  const faultstring = code === undefined ? error.message : `${code}: ${error.message}`;
  return {
    code,
    faultstring,
    isOurs: false,
    isMissing: error instanceof RecordingNotFound || error instanceof FileGone,
  };
}
