/** E-mail addresses in requests. */
import { RuleBroken } from '../../refusal.ts';
import { isAddress } from '../../text-rules.ts';

/** @throws RuleBroken when it is not one address */
export function emailAsked(element: string, email: string): string {
  if (!isAddress(email)) throw new RuleBroken(element, 'must be one e-mail address');
  return email;
}
