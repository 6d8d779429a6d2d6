/** What every operation may answer. */
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { KeySealedOtherwise } from '../../sign-in/saml/installation-key.ts';
import { RateLimitReached } from '../../throttle/throttle.ts';
import { type Exception, exception } from './exception.ts';

export const generalExceptions = {
  notForwarded: exception(
    '000000',
    'Fail to forward request:',
    'recorded',
    'The message cannot be read. The original says `null` after the colon; Parlance says what is wrong.',
  ),
  accessDenied: exception(
    '000001',
    'Access denied, additional privileges are required',
    'recorded',
    'The caller may not do this.',
    [AccessDenied],
  ),
  noRecordFound: exception(
    '000015',
    'Sorry, no record found',
    'client',
    'A list has no entries, or a page begins behind the last one.',
    [NoRecordFound],
  ),
  rateLimit: exception(
    '000045',
    'API Rate Limit Reach',
    'documented',
    'More calls than the site allows in a minute.',
    [RateLimitReached],
  ),
  databaseAway: exception(
    '000940',
    'The database cannot be reached at the moment, please try again later',
    'ours',
    'The database does not answer, or its disk takes no more. Nothing was changed. The log tells it once a minute.',
  ),
  fault: exception(
    '999999',
    'Unexpected error',
    'documented',
    'A fault of the server; the log has it under the request id.',
    [KeySealedOtherwise],
  ),
} as const satisfies Record<string, Exception>;
