/** E-mail addresses in requests. */
import { RuleBroken } from '../../refusal.ts';

/** Errors: `RuleBroken` when it is not one address. */
export function emailAsked(element: string, email: string): string {
  if (email.length > 254 || !/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(email)) {
    throw new RuleBroken(element, 'must be one e-mail address');
  }
  return email;
}
