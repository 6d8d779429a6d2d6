/** GetFeedbackInfo: what people said after a session. */

import { seen } from '../../policies/session.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { complex, group, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { attendeeService } from '../service.ts';
import { matchingRecordsType } from '../types/list.ts';
import { att } from '../types/namespaces.ts';
import { fieldType, fieldValues } from './field-type.ts';
import { CONF_ID, sessionAsked } from './session-asked.ts';

const feedbackDefaultFieldsType = complex(att, 'feedbackDefaultFieldsType', {
  setup: optional(text()),
  easeOfUse: optional(text()),
  performance: optional(text()),
  comment: optional(text()),
});

const feedbackAttendeeType = complex(att, 'feedbackAttendeeType', {
  attendeeID: long(),
  feedbackFields: optional(
    group({
      defaultFields: optional(feedbackDefaultFieldsType),
      customFields: optional(group({ field: many(fieldType) })),
    }),
  ),
});

const feedbackSessionType = complex(att, 'feedbackSessionType', {
  confID: long(),
  attendee: many(feedbackAttendeeType),
  matchingRecords: optional(matchingRecordsType),
});

export const getFeedbackInfo = operation({
  service: attendeeService,
  name: 'GetFeedbackInfo',
  level: '5.5',
  summary: 'Returns what people said after a session.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, NoRecordFound, SessionNotFound],
  request: body(attendeeService, 'getFeedbackInfo', { confID: CONF_ID }),
  response: body(attendeeService, 'getFeedbackInfoResponse', { session: many(feedbackSessionType) }),
  samples: { confID: '1852748579' },
  async run(call, request) {
    const session = await sessionAsked(call, request);
    await seen(call.app.sessions, session, call.account);
    const people = await call.app.sessions.attendeesOf(session);
    const kept = people.map(({ attendeeID, details }) => ({ attendeeID, feedback: details.feedback }));
    const given = (await call.app.feedback.of(session)).map(({ attendee: row, attendeeID, feedback }) => ({
      attendeeID: people.find(({ id }) => id === row)?.attendeeID ?? attendeeID,
      feedback: { ...feedback, answers: undefined },
    }));
    const attendee = [...kept, ...given].flatMap(({ attendeeID, feedback }) => {
      if (!feedback) return [];
      const { answers = {}, ...defaultFields } = feedback;
      const field = fieldValues(answers);
      const customFields = field.length > 0 ? { field } : undefined;
      return { attendeeID, feedbackFields: { defaultFields, customFields } };
    });
    const number = attendee.length;
    if (number === 0) throw new NoRecordFound();
    const matchingRecords = { total: number, returned: number, startFrom: 1 };
    return { session: [{ confID: session.confID, attendee, matchingRecords }] };
  },
});
