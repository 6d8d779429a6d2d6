/**
 * What is sent of one occurrence and is that of its whole series: all but its times, its title, its agenda and its
 * password. It may be sent as it is, since clients send back what they have read.
 */
import { isObject } from '../../stored/shape.ts';
import { InvalidItem } from '../rest-refusals.ts';
import type { MeetingValue } from './present-meeting.ts';
import type { MeetingBody } from './wish-by-rest.ts';

/** What an occurrence may have of its own, what says for whom it is changed, and what is no part of a meeting. */
const JUDGED_ELSEWHERE = new Set([
  ...['start', 'end', 'title', 'agenda', 'password'],
  ...['timezone', 'hostEmail', 'sendEmail'],
]);

/** @throws InvalidItem for a member that is not as the series has it */
export function checkAsSeries(series: MeetingValue, body: MeetingBody): void {
  const values = new Map<string, unknown>(Object.entries(series));
  for (const [name, sent] of Object.entries(body)) {
    if (!JUDGED_ELSEWHERE.has(name) && !isAs(sent, values.get(name))) throw ofTheSeries(name);
  }
}

function ofTheSeries(element: string): InvalidItem {
  return new InvalidItem(
    `'${element}' is that of the whole series, and cannot be changed for one occurrence.`,
    element,
  );
}

/** Whether it says nothing else. What is absent there is nothing, off, or empty. */
function isAs(sent: unknown, there: unknown): boolean {
  if (sent === undefined) return true;
  if (isEmpty(sent)) return isEmpty(there);
  if (Array.isArray(sent)) {
    return (
      Array.isArray(there) && sent.length === there.length && sent.every((one, at) => isAs(one, there[at]))
    );
  }
  if (!isObject(sent)) return sent === there;
  const known = isObject(there) ? new Map(Object.entries(there)) : new Map<string, unknown>();
  return Object.entries(sent).every(([name, value]) => isAs(value, known.get(name)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return true;
  return Array.isArray(value) && value.length === 0;
}
