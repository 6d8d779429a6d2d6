/** An element that breaks a rule of its type, or of its operation. */
import { RuleBroken } from '../../refusal.ts';
import { type Exception, exception } from './exception.ts';

export const elementExceptions = {
  elementMissing: exception(
    '000901',
    'A required element is missing',
    'ours',
    'The request lacks an element that it must have.',
  ),
  elementTooLong: exception(
    '000902',
    'The value of an element is too long',
    'ours',
    'A text is longer than its limit.',
  ),
  notABoolean: exception(
    '000903',
    'The value of an element is not a boolean',
    'ours',
    'Neither true, false, 1 nor 0.',
  ),
  notANumber: exception('000904', 'The value of an element is not a number', 'ours', 'A number is none.'),
  outOfRange: exception(
    '000905',
    'The value of an element is out of range',
    'ours',
    'A number is too small or too large.',
  ),
  notInList: exception(
    '000906',
    'The value of an element is not in its list',
    'ours',
    'A word that the enumeration does not have.',
  ),
  notBase64: exception(
    '000907',
    'The value of an element is not base64',
    'ours',
    'Binary data is not encoded as base64.',
  ),
  tooMany: exception(
    '000908',
    'An element is given too often',
    'ours',
    'An element is repeated beyond its limit.',
  ),
  ruleBroken: exception(
    '000909',
    'The value of an element breaks a rule',
    'ours',
    'A value can be read but breaks a rule of the operation.',
    [RuleBroken],
  ),
  unknownElement: exception(
    '000910',
    'An element is unknown',
    'ours',
    'On a site whose setting `xmlAPI.strict` is on: the request has an element that its operation does not have.',
  ),
} as const satisfies Record<string, Exception>;
