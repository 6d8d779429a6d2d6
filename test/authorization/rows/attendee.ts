/** The rows of the attendee service. */
import { MANAGERS, OURS, SEERS } from '../callers.ts';
import { forAll, type Rows } from '../row.ts';
import { eventKey, NO_RECORD, NOT_FOUND, OF_ANOTHER, sessionKey, trainingKey } from '../row-parts.ts';

/** The event has no alternate host. */
const SEERS_OF_EVENT = ['creator', 'host', 'admin', 'reader'] as const;

export const ROWS: Rows = {
  'attendee.CreateMeetingAttendee': [
    {
      request: (names) =>
        `<person><name>New</name><email>${names.fresh}@example.com</email></person>${sessionKey(names)}`,
      may: MANAGERS,
      refusal: NOT_FOUND,
      changes: true,
    },
    {
      about: 'of a training',
      request: (names) =>
        `<person><name>New</name><email>${names.fresh}@example.com</email></person>${trainingKey(names)}`,
      may: MANAGERS,
      ...OF_ANOTHER,
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
    {
      about: 'of an event',
      request: eventKey,
      may: SEERS_OF_EVENT,
      ...OF_ANOTHER,
      tells: { people: SEERS_OF_EVENT },
    },
  ],
  'attendee.DelMeetingAttendee': [
    {
      request: ({ attendeeID }) => `<attendeeID>${attendeeID}</attendeeID>`,
      may: MANAGERS,
      refusal: '060902',
      changes: true,
    },
    {
      about: 'of a training',
      request: (names) =>
        `<attendeeEmail><email>ina-vited@example.com</email>${trainingKey(names)}</attendeeEmail>`,
      may: MANAGERS,
      ...OF_ANOTHER,
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
    {
      about: 'of an event that nobody has enrolled in',
      request: eventKey,
      may: [],
      refusal: '000001',
      otherwise: { foreignAdmin: NOT_FOUND, ...forAll(SEERS_OF_EVENT, NO_RECORD) },
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
