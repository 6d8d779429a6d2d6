/** GetEnrollmentInfo: what people wrote when they registered. */

import { seen } from '../../policies/session.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { type Session, SessionNotFound } from '../../sessions/session.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import {
  bool,
  complex,
  enumeration,
  group,
  long,
  many,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { attendeeService } from '../service.ts';
import { matchingRecordsType } from '../types/list.ts';
import { att } from '../types/namespaces.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { fieldType, fieldValues } from './field-type.ts';
import { CONF_ID, sessionAsked } from './session-asked.ts';

const enrollDefaultFieldsType = complex(att, 'enrollDefaultFieldsType', {
  firstName: optional(text()),
  lastName: optional(text()),
  email: optional(text()),
  company: optional(text()),
  phoneNum: optional(text()),
  title: optional(text()),
  numEmployees: optional(text()),
  receiveInfo: optional(bool()),
  address1: optional(text()),
  address2: optional(text()),
  city: optional(text()),
  state: optional(text()),
  zipcode: optional(text()),
  country: optional(text()),
  leadSourceID: optional(text()),
  leadScore: optional(text()),
});

const enrollAttendeeType = complex(att, 'enrollAttendeeType', {
  attendeeID: long(),
  enrollFields: optional(
    group({
      defaultFields: optional(enrollDefaultFieldsType),
      customFields: optional(group({ field: many(fieldType) })),
    }),
  ),
  // The host name of the ipAddress, which nobody looks up.
  domain: optional(text()),
  ipAddress: optional(text()),
  submitTime: optional(text()),
  status: optional(enumeration(att, 'attendeeEnrollStatusType', ['PENDING', 'APPROVED', 'REJECTED'])),
});

const enrollSessionType = complex(att, 'enrollSessionType', {
  confID: long(),
  attendee: many(enrollAttendeeType),
  matchingRecords: optional(matchingRecordsType),
  sessionKey: long(),
});

export const getEnrollmentInfo = operation({
  service: attendeeService,
  name: 'GetEnrollmentInfo',
  level: '5.5',
  summary: 'Returns what people wrote when they registered for a session, and how that was decided.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, InvalidElement, NoRecordFound, SessionNotFound],
  request: body(attendeeService, 'getEnrollmentInfo', {
    confID: optional(CONF_ID),
    sessionKey: optional(SESSION_KEY, { alias: ['meetingKey'] }),
  }),
  response: body(attendeeService, 'getEnrollmentInfoResponse', { session: many(enrollSessionType) }),
  async run(call, request) {
    const session = await sessionAsked(call, request);
    await seen(call.app.sessions, session, call.account);
    const people = await call.app.sessions.attendeesOf(session);
    const attendee = people
      .filter(({ registeredAt }) => registeredAt !== null)
      .map((one) => enrollValue(one, session));
    const number = attendee.length;
    if (number === 0) throw new NoRecordFound();
    return {
      session: [
        {
          confID: session.confID,
          attendee,
          matchingRecords: { total: number, returned: number, startFrom: 1 },
          sessionKey: session.sessionKey,
        },
      ],
    };
  },
});

function enrollValue(attendee: Attendee, session: Session): ValueOf<typeof enrollAttendeeType> {
  const { name, email, details, registeredAt } = attendee;
  const { address, phones } = details;
  const { numEmployees, receiveInfo, leadSourceID, leadScore, ...custom } = details.enrollFields ?? {};
  const answers = (details.answers ?? []).map(({ label, values }) => ({ label, value: values.join(', ') }));
  const field = [...fieldValues(custom), ...answers];
  return {
    attendeeID: attendee.attendeeID,
    enrollFields: {
      defaultFields: {
        firstName: details.firstName ?? name,
        lastName: details.lastName,
        email,
        company: details.company,
        phoneNum: phones?.phone,
        title: details.title,
        numEmployees,
        receiveInfo: receiveInfo === undefined ? undefined : receiveInfo === 'true',
        address1: address?.address1,
        address2: address?.address2,
        city: address?.city,
        state: address?.state,
        zipcode: address?.zipCode,
        country: address?.country,
        leadSourceID,
        leadScore,
      },
      customFields: field.length > 0 ? { field } : undefined,
    },
    ipAddress: details.ipAddress,
    submitTime: registeredAt === null ? undefined : formatSiteTime(registeredAt, zoneOf(session.timeZoneID)),
    status: decidedOn(attendee),
  };
}

function decidedOn({ joinStatus }: Attendee): 'PENDING' | 'APPROVED' | 'REJECTED' {
  if (joinStatus === 'ACCEPT') return 'APPROVED';
  return joinStatus === 'REJECT' ? 'REJECTED' : 'PENDING';
}
