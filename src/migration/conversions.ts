/** How values of the XML API become those of REST: in words for people, and as functions that make an example. */
import { recurrenceRule } from './recurrence-rule.ts';
import { isoAt, isoOf, plusMinutes, zoneNamed } from './times.ts';

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** Reads the request: the text of the element, and nothing where it is not there. */
export type ReadElement = (xml: string) => string | undefined;

export interface Conversion {
  /** For the manual: a clause. */
  readonly words: string;
  /**
   * @param value the element's text
   * @param sibling reads another element beside it, by its name
   * @returns nothing where this cannot be said of the value alone
   */
  readonly value?: (value: string, sibling: ReadElement) => Json | undefined;
}

function words(of: Readonly<Record<string, Json>>, how: string): Conversion {
  return { words: how, value: (value) => of[value.toUpperCase()] };
}

export const yesNo: Conversion = {
  words: '`TRUE` and `FALSE` become `true` and `false`',
  value: (value) => /^(?:true|1|yes)$/i.test(value),
};

export const not: Conversion = {
  words: 'the other way round: `TRUE` becomes `false`',
  value: (value) => !/^(?:true|1|yes)$/i.test(value),
};

export const aNumber: Conversion = {
  words: 'a number',
  value: (value) => (Number.isFinite(Number(value)) ? Number(value) : undefined),
};

export const aText: Conversion = { words: 'the same digits, as a text', value: (value) => value };

export const start: Conversion = {
  words: '`MM/DD/YYYY hh:mm:ss` in the zone of `timeZoneID` becomes ISO 8601, such as `2026-12-01T10:00:00`',
  value: (value) => isoOf(value),
};

export const end: Conversion = {
  words: 'a length in minutes becomes the time of the end: `start` and so many minutes',
  value: (value, sibling) => plusMinutes(sibling('startDate') ?? '', Number(value)),
};

export const length: Conversion = { words: 'the minutes between `start` and `end`' };

export const zone: Conversion = {
  words: 'the number becomes the name of the zone, such as `Europe/Berlin`; LstTimeZone lists the numbers',
  value: (value) => zoneNamed(value),
};

export const moment: Conversion = {
  words:
    '`MM/DD/YYYY hh:mm:ss` in the zone of the request becomes ISO 8601 with an offset, such as `2026-12-01T09:00:00Z`',
  value: (value, sibling) => isoAt(value, sibling('timeZoneID')),
};

export const isPublic = words(
  { PUBLIC: true, PRIVATE: false, UNLISTED: false },
  '`PUBLIC` becomes `true`, `PRIVATE` and `UNLISTED` become `false`',
);

export const minutesOfSeconds: Conversion = {
  words: 'seconds become minutes',
  value: (value) => Math.round(Number(value) / 60) || 0,
};

export const secondsOfLength: Conversion = { words: 'seconds' };

export const bytesOfMegabytes: Conversion = { words: 'megabytes become bytes' };

export const coHost = words(
  { HOST: true, PRESENTER: false, ATTENDEE: false },
  '`HOST` (an alternate host) becomes `true`',
);

export const recurrence: Conversion = {
  words:
    'the elements of `repeat` become one rule of RFC 2445, such as `FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE;COUNT=10`',
  value: (_, sibling) => recurrenceRule(sibling),
};

export const telephony = words(
  { CALLIN: 'webexAudio', CALLBACK: 'webexAudio', NONE: 'none', OTHER: 'other' },
  '`CALLIN` and `CALLBACK` become `webexAudio`, `OTHER` becomes `other`, `NONE` becomes `none` (or `VoIP`, where there is sound by computer)',
);

export const tone = words(
  { BEEP: 'beep', ANNOUNCENAME: 'announceName', NOTONE: 'noTone', NONE: 'noTone' },
  '`BEEP`, `ANNOUNCENAME`, `NOTONE` become `beep`, `announceName`, `noTone`',
);

export const siteTone = words(
  { BEEP: 'Beep', ANNOUNCENAME: 'AnnounceName', NOTONE: 'NoTone', NONE: 'NoTone' },
  '`BEEP`, `ANNOUNCENAME`, `NOTONE` become `Beep`, `AnnounceName`, `NoTone`',
);

export const state: Conversion = {
  words:
    '`INPROGRESS` is `inProgress`; `NOT_INPROGRESS` is `active` or `expired` of a series, `scheduled`, `ready`, `ended` or `missed` of one occurrence',
};

export const trackingCode: Conversion = {
  words:
    'ten numbered elements become a list of name and value; the names are those of `GET meetings/trackingCodes`',
};

export const meetingId: Conversion = {
  words: 'the key becomes the id of the meeting: `GET meetings?meetingNumber=…` finds it',
};

export const meetingIdOfConf: Conversion = {
  words: 'the number is the end of the id of the instance, behind `_I_`',
};

export const recordingId: Conversion = {
  words: 'the number becomes the id of 32 letters and digits that `GET recordings` tells',
};

export const personId: Conversion = {
  words: 'the name becomes the id that `GET people?email=…` tells',
};

export const inviteeId: Conversion = {
  words: 'the number becomes the id that `GET meetingInvitees?meetingId=…` tells',
};

export const registrantId: Conversion = {
  words: 'the number becomes the id that `GET meetings/{meetingId}/registrants` tells',
};

/** Only an address can be told from a name. */
export const emailOf: Conversion = {
  words: 'the email address of this account',
  value: (value) => (value.includes('@') ? value : undefined),
};

export const pageSize: Conversion = {
  words: 'at most 100; the header `Link` leads on, and there is no number to start from',
  value: (value) => Math.min(Number(value), 100) || undefined,
};

export const isActive = words(
  { ACTIVATED: true, DEACTIVATED: false, REQUEST_TO_JOIN: false },
  '`ACTIVATED` becomes `true`',
);

export const minutes: Conversion = { words: 'a number of minutes', value: (value) => Number(value) || 0 };

export const registered: Conversion = {
  words:
    '`REGISTER` is `pending`, `ACCEPT` is `approved`, `REJECT` is `rejected`; an act of its own changes it',
};

export const aList: Conversion = { words: 'a list', value: (value) => [value] };
