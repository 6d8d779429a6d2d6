/** What an error is answered with: a number, its reason, and what follows it. */
import { PasswordNotAccepted } from '../../accounts/account.ts';
import { DatabaseUnavailable } from '../../database/database.ts';
import { Refusal, type RefusalClass, RuleBroken } from '../../refusal.ts';
import { CredentialsMissing, SsoRefused } from '../../sign-in/failures.ts';
import { InvalidElement, type Rule } from '../../xml/decoder.ts';
import { NotReadable } from '../../xml/reader.ts';
import { EXCEPTIONS, exceptionOf } from './catalogue.ts';
import type { Exception } from './exception.ts';
import { MessageRefused } from './message-refused.ts';

/** What `serv:subErrors` says beside 030048. The numbers are recorded, the texts ours (facts: AuthenticateUser). */
export const SUB_ERRORS = {
  authenticationService: { exceptionID: 'AS0001', reason: 'Authentication service error' },
  assertionInvalid: { exceptionID: 'AS0062', reason: 'Assertion validation failed' },
} as const satisfies Record<string, SubError>;

/** The number of single sign-on that says that a site has none. */
const SSO_NOT_SET_UP = 9;

const BY_RULE: Readonly<Record<Rule, Exception>> = {
  missing: EXCEPTIONS.elementMissing,
  'too-long': EXCEPTIONS.elementTooLong,
  'not-a-boolean': EXCEPTIONS.notABoolean,
  'not-a-number': EXCEPTIONS.notANumber,
  'out-of-range': EXCEPTIONS.outOfRange,
  'not-in-list': EXCEPTIONS.notInList,
  'not-base64': EXCEPTIONS.notBase64,
  'too-many': EXCEPTIONS.tooMany,
  unknown: EXCEPTIONS.unknownElement,
  'has-no-children': EXCEPTIONS.ruleBroken,
  'misuses-namespaces': EXCEPTIONS.ruleBroken,
  'not-a-text': EXCEPTIONS.ruleBroken,
  'not-an-object': EXCEPTIONS.ruleBroken,
  'not-a-list': EXCEPTIONS.ruleBroken,
  'not-xml': EXCEPTIONS.ruleBroken,
};

/** A failure within a failure. */
export interface SubError {
  readonly exceptionID: string;
  readonly reason: string;
}

/** A failure as the response header tells it. */
export interface Failure {
  readonly exceptionID: string;
  readonly reason: string;
  readonly subErrors?: readonly SubError[];
  /** What the log alone tells. */
  readonly detail?: string;
  /** A fault of ours, to be logged with everything that is known of it. */
  readonly isFault?: boolean;
}

/** The failure that an error is answered with. Only a fault of ours has no entry: then it is 999999. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotReadable) {
    return {
      exceptionID: EXCEPTIONS.notForwarded.id,
      reason: EXCEPTIONS.notForwarded.reason + error.message,
    };
  }
  if (error instanceof DatabaseUnavailable) return { ...plain(EXCEPTIONS.databaseAway), isFault: true };
  if (error instanceof InvalidElement) return detailed(BY_RULE[error.rule], error.message);
  if (error instanceof MessageRefused) return detailed(EXCEPTIONS[error.why], error.detail);
  const found = error instanceof Refusal ? exceptionOf(error.constructor as RefusalClass) : undefined;
  if (!found || found === EXCEPTIONS.fault) return { ...plain(EXCEPTIONS.fault), isFault: true };
  if (error instanceof RuleBroken) return detailed(found, error.message);
  if (error instanceof PasswordNotAccepted) return detailed(found, `password ${error.rule}`);
  if (error instanceof CredentialsMissing) return detailed(found, `${error.element} is required`);
  if (found === EXCEPTIONS.noTicketGenerated) {
    return { ...plain(found), subErrors: [subErrorOf(error)], detail: detailOf(error) };
  }
  if (FOR_THE_LOG.has(found)) return { ...plain(found), detail: detailOf(error) };
  return plain(found);
}

/** A caller is not told why a token or its provider failed; whoever runs the site is. */
const FOR_THE_LOG = new Set<Exception>([
  EXCEPTIONS.accessTokenInvalid,
  EXCEPTIONS.authenticationServiceSilent,
  EXCEPTIONS.authenticationServerError,
]);

function detailOf(error: unknown): string {
  return error instanceof SsoRefused
    ? `SSO error ${error.number} (${error.message}): ${error.detail}`
    : String((error as Error).message);
}

function subErrorOf(error: unknown): SubError {
  return error instanceof SsoRefused && error.number !== SSO_NOT_SET_UP
    ? SUB_ERRORS.assertionInvalid
    : SUB_ERRORS.authenticationService;
}

function plain({ id, reason }: Exception): Failure {
  return { exceptionID: id, reason };
}

function detailed({ id, reason }: Exception, detail: string | undefined): Failure {
  return { exceptionID: id, reason: detail ? `${reason}: ${detail}` : reason };
}
