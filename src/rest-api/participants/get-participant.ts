import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { endpoint } from '../rest-endpoint.ts';
import { NotPermitted, RestFailure } from '../rest-refusals.ts';
import { namedParticipant } from './named-participant.ts';
import { PARTICIPANTS_READ, participantType } from './participant-type.ts';

export const getParticipant = endpoint({
  method: 'GET',
  path: 'meetingParticipants/:participantId',
  tag: 'Meeting Participants',
  summary: 'Tells of one participant, while the meeting runs and afterwards.',
  scopes: PARTICIPANTS_READ,
  query: { hostEmail: HOST_EMAIL },
  answer: participantType,
  refuses: [RestFailure, NotPermitted],
  async run(call, { params, query }) {
    return (await namedParticipant(call, params.participantId, query.hostEmail)).value;
  },
});
