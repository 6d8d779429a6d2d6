/** PINs that are typed on a telephone. */
import { InvalidItem } from '../rest-refusals.ts';

const DIGITS = 4;

/**
 * @param before what it is already, which may stay whatever it is
 * @throws InvalidItem for a PIN that is guessed first: digits in a row, or one digit alone
 */
export function checkPin(element: string, pin: string, before: string | undefined): void {
  if (pin === before) return;
  if (!/^\d+$/.test(pin) || pin.length !== DIGITS) {
    throw new InvalidItem(`'${element}' must be ${DIGITS} digits.`, element);
  }
  if ('01234567890'.includes(pin) || '09876543210'.includes(pin)) {
    throw new InvalidItem(`'${element}' must not be digits in a row, such as 1234 or 4321.`, element);
  }
  if (new Set(pin).size === 1) {
    throw new InvalidItem(`'${element}' must not be one digit repeated, such as 1111.`, element);
  }
}
