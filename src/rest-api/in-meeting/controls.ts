/** GET and PUT /meetings/controls: the lock and the recording of a meeting that runs. */
import { bool, complex, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { control, controlsOf } from './room-controls.ts';
import { runningMeeting } from './running-meeting.ts';

const controlsType = complex(rest, 'MeetingControls', {
  locked: bool(),
  recordingStarted: bool(),
  recordingPaused: bool(),
});

export const getControls = endpoint({
  method: 'GET',
  path: 'meetings/controls',
  tag: 'Meetings',
  summary: 'Tells whether a meeting that is in progress is locked and recorded.',
  scopes: { user: 'meeting:controls_read' },
  query: { meetingId: text() },
  answer: controlsType,
  run: async (call, { query }) => controlsOf(call, await runningMeeting(call, query.meetingId)),
});

export const updateControls = endpoint({
  method: 'PUT',
  path: 'meetings/controls',
  tag: 'Meetings',
  summary: 'Locks, unlocks and records a meeting that is in progress. What is not said stays as it is.',
  description:
    'For those who host the meeting, and for co-hosts who are in it. The server records, where it carries sound and picture itself; elsewhere the browser of whoever hosts the room ' +
    'does, and must be there.',
  scopes: { user: 'meeting:controls_write' },
  query: { meetingId: text() },
  body: complex(rest, 'UpdateMeetingControls', {
    locked: optional(bool()),
    recordingStarted: optional(bool()),
    recordingPaused: optional(bool()),
  }),
  answer: controlsType,
  throttled: 'meetingWrites',
  sample: { body: { locked: true, recordingStarted: true } },
  async run(call, { query, body }) {
    const meeting = await runningMeeting(call, query.meetingId);
    const { locked, recordingStarted, recordingPaused } = body;
    await control(call, meeting, {
      ...(locked !== undefined && { locked }),
      ...(recordingStarted !== undefined && { recordingStarted }),
      ...(recordingPaused !== undefined && { recordingPaused }),
    });
    return controlsOf(call, meeting);
  },
});
