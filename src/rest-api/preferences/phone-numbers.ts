/** A telephone number as the account has it, one text, and as this interface has it, with its country apart. */
import type { Site } from '../../sites/site.ts';
import { InvalidItem } from '../rest-refusals.ts';

interface PhoneNumber {
  readonly countryCode: string;
  readonly number: string;
}

/** `+49 6912` is 49 and 6912; a number without its country is one of the site's. */
export function partedNumber({ settings }: Pick<Site, 'settings'>, text: string | undefined): PhoneNumber {
  const [, countryCode, number] = /^\+(\d{1,4})[\s,.-]+(.+)$/.exec(text?.trim() ?? '') ?? [];
  if (countryCode !== undefined && number !== undefined) return { countryCode, number };
  return { countryCode: settings.telephony.majorCountryCode, number: text ?? '' };
}

/** @throws InvalidItem */
export function writtenNumber(element: string, { countryCode, number }: PhoneNumber): string {
  if (number === '') return '';
  if (!/^\+?\d{1,4}$/.test(countryCode)) {
    throw new InvalidItem(`'${element}.countryCode' must be 1 to 4 digits.`, element);
  }
  if (!/^[\d\s()./,*#+x-]+$/i.test(number)) {
    throw new InvalidItem(`'${element}.number' must be a telephone number.`, element);
  }
  return `+${countryCode.replace('+', '')} ${number}`;
}
