/**
 * The numbered catalogue of the XML API, and which number each refusal of the domain bears. Clients compare some
 * numbers and some reason texts letter for letter.
 */
import type { RefusalClass } from '../../refusal.ts';
import { accountExceptions } from './account-exceptions.ts';
import { contactExceptions } from './contact-exceptions.ts';
import { elementExceptions } from './element-exceptions.ts';
import { entranceExceptions } from './entrance-exceptions.ts';
import type { Exception } from './exception.ts';
import { generalExceptions } from './general-exceptions.ts';
import { historyExceptions } from './history-exceptions.ts';
import { labExceptions } from './lab-exceptions.ts';
import { messageExceptions } from './message-exceptions.ts';
import { programExceptions } from './program-exceptions.ts';
import { recordingExceptions } from './recording-exceptions.ts';
import { salesExceptions } from './sales-exceptions.ts';
import { sessionExceptions } from './session-exceptions.ts';
import { signInExceptions } from './sign-in-exceptions.ts';
import { siteExceptions } from './site-exceptions.ts';
import { testExceptions } from './test-exceptions.ts';

import { webAcdExceptions } from './web-acd-exceptions.ts';

export const EXCEPTIONS = {
  ...generalExceptions,
  ...elementExceptions,
  ...messageExceptions,
  ...siteExceptions,
  ...accountExceptions,
  ...signInExceptions,
  ...contactExceptions,
  ...sessionExceptions,
  ...salesExceptions,
  ...entranceExceptions,
  ...historyExceptions,
  ...labExceptions,
  ...recordingExceptions,
  ...testExceptions,
  ...programExceptions,
  ...webAcdExceptions,
} as const satisfies Record<string, Exception>;

const BY_REFUSAL = new Map<RefusalClass, Exception>(
  Object.values(EXCEPTIONS).flatMap((exception: Exception) =>
    exception.refusals.map((refusal) => [refusal, exception] as const),
  ),
);

/** The number that a refusal of the domain bears. */
export function exceptionOf(refusal: RefusalClass): Exception | undefined {
  return BY_REFUSAL.get(refusal);
}
