/** Where on the form it stands what a session was refused for. */
import { TemplateNotFound } from '../../accounts/session-templates.ts';
import type { FieldProblem } from '../../browser/pages/schedule-page.ts';
import { reasonOf } from '../../browser/reasons.ts';
import { RuleBroken } from '../../refusal.ts';
import { TooManyAttendees } from '../../sessions/attendee.ts';
import {
  AlternateHostNotFound,
  HostNotFound,
  SchedulingNotPermitted,
  SessionPasswordRequired,
  SessionTypeNotSupported,
} from '../../sessions/session.ts';

/** Fields by the elements that the rules name, with the words for what is wrong there. */
const FIELDS: ReadonlyMap<string, readonly [field: string, word: string]> = new Map([
  ['confName', ['NAME', 'required']],
  ['meetingPassword', ['PW', 'passwordRule']],
  ['sessionPassword', ['PW', 'passwordRule']],
  ['duration', ['MINUTES', 'longest']],
  ['startDate', ['DATE', 'date']],
  ['expirationDate', ['UNTIL', 'untilEarly']],
  ['interval', ['EVERY', 'number']],
  ['afterMeetingNumber', ['TIMES', 'number']],
  ['agenda', ['AGENDA', 'tooLong']],
  ['maxUserNumber', ['MOST', 'number']],
]);

/** @returns nothing for a fault of ours */
export function problemOf(error: unknown): FieldProblem | undefined {
  if (error instanceof RuleBroken) {
    const [field, word] = FIELDS.get(error.element) ?? [];
    const detail = /\d+/.exec(error.message)?.[0];
    const code = /^trackingCode(\d+)$/.exec(error.element)?.[1];
    if (code) return { field: `TC${code}`, word: /required/.test(error.rule) ? 'required' : 'choice' };
    if (/email$/i.test(error.element)) return { field: 'PEOPLE', word: 'addresses', detail: '' };
    return { field, word: word ?? 'refused', detail };
  }
  if (error instanceof SessionPasswordRequired) return { field: 'PW', word: 'passwordNeeded' };
  if (error instanceof AlternateHostNotFound) {
    return { field: 'COHOSTS', word: 'noAccount', detail: error.message.split(' ')[3] };
  }
  if (error instanceof HostNotFound) return { field: 'HOST', word: 'noHost' };
  if (error instanceof SchedulingNotPermitted) return { field: 'HOST', word: 'notPermitted' };
  if (error instanceof SessionTypeNotSupported) return { field: 'TYPE', word: 'choice' };
  if (error instanceof TooManyAttendees) {
    return { field: 'PEOPLE', word: 'tooMany', detail: /\d+/.exec(error.message)?.[0] };
  }
  if (error instanceof TemplateNotFound) return { word: 'refused' };
  return reasonOf(error) === undefined ? undefined : { word: reasonOf(error) ?? 'refused' };
}
