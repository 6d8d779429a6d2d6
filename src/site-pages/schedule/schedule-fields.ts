/** What the form of a session sends. A box that is not ticked sends nothing. */
import { type Asked, digits, flag, key, text, word } from '../../browser/parameters/parameter.ts';
import { LONGEST } from '../../sessions/wish.ts';

const limited = (meaning: string, longest: number) => text(meaning, { longest: longest + 1, cut: true });
const code = (index: number) => limited(`tracking code ${index}`, 128);
const box = (meaning: string) => flag(meaning);

/** Characters of a list of people: some thousand addresses. */
const LONGEST_LIST = 60_000;

export const REPEATS = [
  'NONE',
  'DAILY',
  'WEEKDAYS',
  'WEEKLY',
  'MONTHLY',
  'NTH',
  'YEARLY',
  'ANYTIME',
  'KEEP',
] as const;
export type RepeatWord = (typeof REPEATS)[number];

export const SERVICE_WORDS = ['MEETING', 'TRAINING', 'EVENT'] as const;

/** The boxes of the form, by their names. */
export const BOXES = [
  'MAIL',
  'LOBBY',
  'REG',
  'AUTO',
  'ACCOUNT',
  'HIDEPW',
  'VIDEO',
  'SHARE',
  'CHAT',
  'RECORD',
  'HIDELIST',
  'FEEDBACK',
  'DELETE',
] as const;
export type BoxName = (typeof BOXES)[number];

export const SCHEDULE_FIELDS = {
  MK: key('the session that is changed'),
  OCC: digits('which occurrence of it, counted from 1'),
  V: digits('the version of it that the page has shown'),
  NAME: limited('the name', LONGEST.confName),
  SERVICE: word('the service', SERVICE_WORDS),
  TYPE: digits('the number of the session type'),
  HOST: limited('the webExID of the host', 256),
  DATE: limited('the day of the start, YYYY-MM-DD', 32),
  TIME: limited('the time of the start, HH:MM', 16),
  MINUTES: limited('how long', 8),
  ZONE: digits('the index of the time zone'),
  REPEAT: word('how it repeats', REPEATS),
  EVERY: limited('at every how many of these', 8),
  DAY0: box('on Sundays'),
  DAY1: box('on Mondays'),
  DAY2: box('on Tuesdays'),
  DAY3: box('on Wednesdays'),
  DAY4: box('on Thursdays'),
  DAY5: box('on Fridays'),
  DAY6: box('on Saturdays'),
  ENDS: word('what ends it', ['NEVER', 'ON', 'AFTER']),
  UNTIL: limited('the last day, YYYY-MM-DD', 32),
  TIMES: limited('how many times', 8),
  PEOPLE: limited('who is invited: an address a line, perhaps with a name', LONGEST_LIST),
  COHOSTS: limited('who may stand in for the host', LONGEST_LIST),
  SPEAKERS: limited('who presents', LONGEST_LIST),
  MAIL: box('they are sent mail'),
  PW: limited('the password', LONGEST.password),
  LOBBY: box('people wait until they are let in'),
  EARLY: digits('minutes before the start from which people may join before the host'),
  REG: box('people register'),
  AUTO: box('whoever registers is accepted'),
  MOST: limited('how many may register', 8),
  AUDIO: word('how people hear each other', ['COMPUTER', 'BOTH', 'PHONE', 'KEEP']),
  LISTED: word('who sees it in lists', ['PUBLIC', 'PRIVATE', 'UNLISTED']),
  TONE: word('what is heard when somebody comes or goes', ['0', '1', '2']),
  REMIND: digits('minutes before the start at which people are reminded'),
  ACCOUNT: box('for people with an account alone'),
  HIDEPW: box('the password is left out of mail'),
  VIDEO: box('cameras'),
  SHARE: box('screens'),
  CHAT: box('chat'),
  RECORD: box('recording'),
  HIDELIST: box('attendees do not see each other'),
  FEEDBACK: box('people are asked how it was'),
  DELETE: box('it is deleted when it is over'),
  TC1: code(1),
  TC2: code(2),
  TC3: code(3),
  TC4: code(4),
  TC5: code(5),
  TC6: code(6),
  TC7: code(7),
  TC8: code(8),
  TC9: code(9),
  TC10: code(10),
  AGENDA: text('the agenda', { longest: LONGEST.agenda + 1, cut: true }),
};

export type ScheduleFields = Asked<typeof SCHEDULE_FIELDS>;
export type TrackingFieldName = Extract<keyof ScheduleFields, `TC${number}`>;

/** The fields as the page shows them again. */
export function asGiven(fields: ScheduleFields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, string][] => {
      if (value === undefined || value === false) return [];
      return [[name, value === true ? '1' : String(value)]];
    }),
  );
}
