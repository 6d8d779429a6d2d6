/** `sales:salesSessionType` and what is built on it (sales.xsd). */
import { LIST_STATUSES } from '../../sessions/session.ts';
import { LONGEST } from '../../sessions/wish.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  integer,
  long,
  many,
  optional,
  required,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { phonesType, sessionTemplateType, trackingType } from '../types/common.ts';
import { sales } from '../types/namespaces.ts';
import { iCalendarURLType } from '../types/session/calendar-links.ts';
import { dayOfWeekType } from '../types/session/day-of-week.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { telephonyType } from '../types/session/session-telephony.ts';

export const listingType = enumeration(sales, 'listingType', LIST_STATUSES);

/** The name of an account or an opportunity. */
export const SUBJECT_NAME = text({ max: 128 });

const accessControlType = complex(sales, 'accessControlType', {
  listing: optional(listingType, { alias: ['listStatus'] }),
  meetingPassword: optional(text({ max: LONGEST.password }), { alias: ['sessionPassword'] }),
  enforcePassword: optional(bool()),
});

const metaDataType = complex(sales, 'metaDataType', {
  confName: optional(text({ max: LONGEST.confName, sample: 'Desks for Northern Lights' })),
  agenda: optional(text({ max: LONGEST.agenda, keepSpace: true })),
  account: optional(SUBJECT_NAME),
  opportunity: optional(SUBJECT_NAME),
  sessionType: optional(integer()),
  defaultHighestMT: optional(bool()),
  intAccountID: optional(integer({ min: 1 })),
  intOpptyID: optional(integer({ min: 1 })),
  extSystemID: optional(integer()),
  sessionTemplate: optional(sessionTemplateType),
});

const scheduleType = complex(sales, 'scheduleType', {
  startDate: optional(text({ sample: '05/31/2027 10:10:10' })),
  timeZoneID: optional(integer()),
  timeZone: optional(text()),
  duration: optional(integer({ min: 1 })),
  openTimeEnabled: optional(bool()),
  openTime: optional(integer({ min: 0, max: 86_400 })),
  templateFilePath: optional(text()),
  showFilePath: optional(text()),
  showFileStartMode: optional(bool()),
  showFileContPlayFlag: optional(bool()),
  showFileInterVal: optional(long()),
  sendScheduleEmail: optional(bool()),
  extURL: optional(text({ max: LONGEST.extURL })),
  extNotifyTime: optional(integer({ min: 0 })),
  joinNotifyURL: optional(text({ max: LONGEST.joinNotifyURL })),
  joinTeleconfBeforeHost: optional(bool()),
  hostWebExID: optional(text()),
});

const enableOptionsType = complex(sales, 'enableOptionsType', {
  autoDeleteAfterMeetingEnd: optional(bool()),
  sendEmailByClient: optional(bool()),
  displayQuickStartHost: optional(bool()),
});

/** Those of meetings, without the sound of the platform. */
const { isMPAudio: _isMPAudio, ...telephonyFields } = telephonyType.fields;

const recurrenceType = enumeration(sales, 'recurrenceType', [
  'WEEKLY',
  'DAILY',
  'NO_REPEAT',
  'MONTHLY',
  'YEARLY',
]);

const repeatType = complex(sales, 'repeatType', {
  repeatType: optional(recurrenceType),
  endAfter: optional(integer()),
  expirationDate: optional(text()),
  interval: optional(integer()),
  dayInWeek: optional(group({ day: many(dayOfWeekType, { max: 7 }) })),
  dayInMonth: optional(integer({ min: 1, max: 31 })),
  weekInMonth: optional(integer({ min: 1, max: 6 })),
  monthInYear: optional(integer({ min: 1, max: 12 })),
});

const remindType = complex(sales, 'remindType', {
  enableReminder: optional(bool()),
  daysAhead: optional(integer({ min: 0, max: 366 })),
  hoursAhead: optional(integer({ min: 0, max: 8784 })),
  minutesAhead: optional(integer({ min: 0, max: 527_040 })),
});

const prospectType = complex(sales, 'prospectType', {
  name: optional(text()),
  firstName: optional(text()),
  lastName: optional(text()),
  email: text({ max: 64 }),
  phones: optional(phonesType),
});

const alternateHostType = complex(sales, 'alternateHostType', { webExID: many(text(), { max: 500 }) });

const attendeeOptionsType = complex(sales, 'attendeeOptionsType', {
  requireUcfDiagnosis: optional(bool()),
  excludePassword: optional(bool()),
  emailInvitations: optional(bool()),
  participantLimit: optional(integer({ min: 0 })),
});

export const salesSessionType = extension(sales, 'salesSessionType', bodyContentType, {
  accessControl: optional(accessControlType),
  metaData: optional(metaDataType),
  schedule: optional(scheduleType),
  enableOptions: optional(enableOptionsType),
  telephony: optional(complex(sales, 'telephonyType', telephonyFields)),
  tracking: optional(trackingType),
  repeat: optional(repeatType),
  remind: optional(remindType),
  prospects: optional(group({ prospect: many(prospectType) })),
  salesTeam: optional(
    group({
      webExID: many(text({ max: 128 }), { max: 500 }),
      email: many(text(), { max: 500 }),
      altHosts: optional(alternateHostType),
    }),
  ),
  attendeeOptions: optional(attendeeOptionsType),
});

export const salesSessionInstanceType = extension(sales, 'salesSessionInstanceType', salesSessionType, {
  meetingKey: required(SESSION_KEY, { alias: ['sessionKey'] }),
});

export const oneSalesSession = { meetingKey: required(SESSION_KEY, { alias: ['sessionKey'] }) };

/** The calendar files of a sales session: its own type, with one more address. */
export const salesCalendarURLType = extension(sales, 'iCalendarURL', iCalendarURLType, { sme: text() });

/** The sales team comes in as the prospects do: they have one file. */
export function salesCalendarURL(urls: { readonly host: string; readonly attendee: string }) {
  return { ...urls, sme: urls.attendee };
}
