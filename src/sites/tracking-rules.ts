/** What tracking codes must keep to beside their shape. */
import { RuleBroken } from '../refusal.ts';
import { SERVICE_TYPES } from './service-type.ts';
import type { TrackingCode } from './settings/tracking.ts';

export const MOST_TRACKING_CODES = 10;
export const TRACKING_INPUT_MODES = [
  'Text Input',
  'Drop-Down Menu Only',
  'Both Text Input and Drop-Down Menu',
] as const;
export const MOST_VALUES = 2_000;
const LONGEST_LABEL = 64;

/** @throws RuleBroken */
export function checkTrackingCodes(codes: readonly TrackingCode[]): void {
  const indexes = new Set<number>();
  const names = new Set<string>();
  for (const [at, { index, name, inputMode, schedulingPage, listValue }] of codes.entries()) {
    const element = (member: string) => `trackingCodes[${at}].${member}`;
    if (!Number.isSafeInteger(index) || index < 1 || index > MOST_TRACKING_CODES) {
      throw new RuleBroken(element('index'), `must be from 1 to ${MOST_TRACKING_CODES}`);
    }
    if (indexes.has(index)) throw new RuleBroken(element('index'), 'is that of another code');
    indexes.add(index);
    if (name.trim() === '') throw new RuleBroken(element('name'), 'must not be empty');
    if (name.length > LONGEST_LABEL)
      throw new RuleBroken(element('name'), `may have at most ${LONGEST_LABEL} characters`);
    if (/\p{Cc}/u.test(name)) throw new RuleBroken(element('name'), 'must be one line');
    if (names.has(name.toLowerCase())) throw new RuleBroken(element('name'), 'is that of another code');
    names.add(name.toLowerCase());
    if (inputMode.length > LONGEST_LABEL) throw new RuleBroken(element('inputMode'), 'is too long');
    if (/drop/i.test(inputMode) && listValue.length === 0) {
      throw new RuleBroken(element('listValue'), 'must have a value to choose');
    }
    for (const { service } of schedulingPage) {
      if (!SERVICE_TYPES.some((known) => known === service)) {
        throw new RuleBroken(element('schedulingPage'), `${service.slice(0, 40)} is no service`);
      }
    }
    checkValues(element('listValue'), listValue);
  }
}

function checkValues(element: string, values: TrackingCode['listValue']): void {
  if (values.length > MOST_VALUES) throw new RuleBroken(element, `may have at most ${MOST_VALUES} values`);
  const seen = new Set<string>();
  for (const { value } of values) {
    const shown = value.slice(0, 40);
    if (value.trim() === '') throw new RuleBroken(element, 'has an empty value');
    if (/\p{Cc}/u.test(value)) throw new RuleBroken(element, `${shown} must be one line`);
    if (seen.has(value.toLowerCase())) throw new RuleBroken(element, `has ${shown} twice`);
    seen.add(value.toLowerCase());
  }
}
