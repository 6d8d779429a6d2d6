/** The words of RS, the reason of a command that failed: which word each refusal bears. */
import { AccountNotFound } from '../accounts/account.ts';
import { AccessDenied, Refusal } from '../refusal.ts';
import {
  AccountExpired,
  AccountInactive,
  AccountLocked,
  CredentialsMissing,
  LoginTicketInvalid,
  WrongCredentials,
} from '../sign-in/failures.ts';

type RefusalClass = abstract new (...given: never[]) => Refusal;

const WORDS = new Map<RefusalClass, string>([
  [AccountNotFound, 'BadWebExIDorPassword'],
  [WrongCredentials, 'BadWebExIDorPassword'],
  [CredentialsMissing, 'BadWebExIDorPassword'],
  [LoginTicketInvalid, 'InvalidTicket'],
  [AccountLocked, 'AccountLocked'],
  [AccountInactive, 'AccessDenied'],
  [AccountExpired, 'AccessDenied'],
  [AccessDenied, 'AccessDenied'],
]);

/** The word for a refusal; nothing for a fault of ours. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof Refusal ? (WORDS.get(error.constructor as RefusalClass) ?? 'Unknown') : undefined;
}
