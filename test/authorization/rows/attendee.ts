/** The rows of the attendee service. */
import { MANAGERS, OURS, SEERS } from '../callers.ts';
import { forAll, type Rows } from '../row.ts';
import { NO_RECORD, NOT_FOUND, sessionKey } from '../row-parts.ts';

export const ROWS: Rows = {
  'attendee.CreateMeetingAttendee': [
    {
      request: (names) =>
        `<person><name>New</name><email>${names.fresh}@example.com</email></person>${sessionKey(names)}`,
      may: MANAGERS,
      refusal: NOT_FOUND,
      changes: true,
    },
  ],
  'attendee.RegisterMeetingAttendee': [
    {
      about: 'somebody who is invited',
      request: ({ registrationKey }) =>
        '<attendees><person><name>Other Name</name><email>ina-vited@example.com</email></person>' +
        `<sessionKey>${registrationKey}</sessionKey></attendees>`,
      may: MANAGERS,
      refusal: '060906',
      otherwise: { foreignAdmin: NOT_FOUND },
      changes: true,
    },
    {
      about: 'somebody new',
      request: ({ registrationKey, fresh }) =>
        `<attendees><person><name>New</name><email>${fresh}@example.com</email></person>` +
        `<sessionKey>${registrationKey}</sessionKey></attendees>`,
      may: OURS,
      refusal: NOT_FOUND,
      changes: true,
    },
  ],
  'attendee.LstMeetingAttendee': [
    { request: sessionKey, may: SEERS, refusal: NOT_FOUND, tells: { people: SEERS } },
  ],
  'attendee.DelMeetingAttendee': [
    {
      request: ({ attendeeID }) => `<attendeeID>${attendeeID}</attendeeID>`,
      may: MANAGERS,
      refusal: '060902',
      changes: true,
    },
  ],
  'attendee.GetEnrollmentInfo': [
    {
      about: 'of one without registration',
      request: sessionKey,
      may: [],
      refusal: NOT_FOUND,
      otherwise: forAll(SEERS, NO_RECORD),
    },
  ],
  'attendee.GetFeedbackInfo': [
    {
      about: 'before anybody has said anything',
      request: ({ confID }) => `<confID>${confID}</confID>`,
      may: [],
      refusal: NOT_FOUND,
      otherwise: forAll(SEERS, NO_RECORD),
    },
  ],
};
