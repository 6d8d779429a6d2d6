/** PUT /meetings/{meetingId}/registration: opens the registration of a meeting, with a form. */

import { checkWhole, managedMeeting } from '../named-meeting.ts';
import { endpoint } from '../rest-endpoint.ts';
import { openRegistration } from './change-registration.ts';
import { formAsked, presentRegistration } from './form-words.ts';
import { registrationBody, registrationType } from './registration-type.ts';

export const updateRegistration = endpoint({
  method: 'PUT',
  path: 'meetings/:meetingId/registration',
  tag: 'Meeting Registrants',
  summary: 'Sets the form by which people register for a meeting, and opens its registration.',
  description:
    'The form is set whole: what is not named is not required, and questions that are not named are taken off. ' +
    'A meeting that recurs or has no password takes no registrations.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  body: registrationBody,
  answer: registrationType,
  throttled: 'meetingWrites',
  sample: {
    body: {
      autoAcceptRequest: true,
      requireCompanyName: true,
      maxRegisterNum: 100,
      customizedQuestions: [{ question: 'What brings you here?', type: 'singleLineTextBox' }],
    },
  },
  async run(call, { params, body }) {
    const { hostEmail, ...asked } = body;
    const meeting = await managedMeeting(call, params.meetingId, { hostEmail });
    checkWhole(meeting);
    const changed = await openRegistration(call, meeting, {
      form: (before) => formAsked(asked, before),
      auto: asked.autoAcceptRequest,
      most: asked.maxRegisterNum,
    });
    return presentRegistration(changed);
  },
});
