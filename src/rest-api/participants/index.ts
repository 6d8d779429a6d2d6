/** Who is in a meeting, and who was. */
import type { RestEndpoint } from '../rest-endpoint.ts';
import { getParticipant } from './get-participant.ts';
import { listParticipants, queryParticipants } from './list-participants.ts';
import { admitParticipants, updateParticipant } from './update-participant.ts';

export const participants: readonly RestEndpoint[] = [
  listParticipants,
  queryParticipants,
  admitParticipants,
  getParticipant,
  updateParticipant,
];
