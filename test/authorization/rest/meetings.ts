import type { RestRows, RestWorld } from '../rest-row.ts';

const aMeeting = async (world: RestWorld) => ({ meetingId: (await world.meeting()).id });

export const ROWS: RestRows = {
  'GET meetings/:meetingId': [{ params: aMeeting, may: ['host', 'invitee', 'reader', 'admin'] }],
};
