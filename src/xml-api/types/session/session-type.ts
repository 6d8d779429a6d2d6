/** `sess:sessionType` and its parts: what session.xsd gives to trainings. */
import { LIST_STATUSES, SESSION_STATUSES } from '../../../sessions/session.ts';
import { LONGEST } from '../../../sessions/wish.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  integer,
  long,
  many,
  optional,
  text,
} from '../../../xml/schema.ts';
import { bodyContentType } from '../body.ts';
import { entryExitToneType } from '../common.ts';
import { sess } from '../namespaces.ts';
import { dateScopeFields } from './date-scope.ts';
import { remindTypeIn } from './remind.ts';

export const sessListingType = enumeration(sess, 'listingType', LIST_STATUSES);
export const sessStatusType = enumeration(sess, 'statusType', SESSION_STATUSES);
export const sessDateScopeType = complex(sess, 'dateScopeType', dateScopeFields);
export const sessRemindType = remindTypeIn(sess);

const accessControlType = complex(sess, 'accessControlType', {
  listing: optional(sessListingType, { alias: ['listStatus'] }),
  sessionPassword: optional(text({ max: LONGEST.password }), { alias: ['meetingPassword'] }),
  enforcePassword: optional(bool()),
});

/** Minutes of a day: openTime is in seconds elsewhere. */
const MOST_MINUTES = 1440;

const scheduleType = complex(sess, 'scheduleType', {
  // An empty one is now.
  startDate: many(text({ keepEmpty: true, sample: '05/31/2027 10:10:10' }), { max: 999 }),
  timeZone: optional(text()),
  duration: optional(long({ min: 1 })),
  timeZoneID: optional(long()),
  hostWebExID: optional(text()),
  openTime: optional(integer({ min: 0, max: MOST_MINUTES })),
  extURL: optional(text({ max: LONGEST.extURL })),
  extNotifyTime: optional(integer({ min: 0 })),
  joinNotifyURL: optional(text({ max: LONGEST.joinNotifyURL })),
  joinTeleconfBeforeHost: optional(bool()),
  entryExitTone: optional(entryExitToneType),
  destinationURL: optional(text({ max: 128 })),
});

export const sessionType = extension(sess, 'sessionType', bodyContentType, {
  accessControl: optional(accessControlType),
  schedule: optional(scheduleType),
});

export const sessMetaDataType = complex(sess, 'metaDataType', {
  confName: optional(text({ max: LONGEST.confName, sample: 'Safety course' })),
});

export const sessEnableOptionsType = complex(sess, 'enableOptionsType', {
  attendeeList: optional(bool()),
  javaClient: optional(bool()),
  nativeClient: optional(bool()),
});
