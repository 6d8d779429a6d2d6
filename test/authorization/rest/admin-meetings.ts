import type { RestRows } from '../rest-row.ts';

export const ROWS: RestRows = {
  'POST meetings/reassignHost': [
    {
      body: async (world) => ({
        hostEmail: world.emails.otherHost,
        meetingIds: [(await world.meeting()).id],
      }),
      may: ['admin'],
      status: 204,
      changes: true,
    },
  ],
  'GET admin/meetings': [
    {
      query: async (world) => ({ meetingNumber: String((await world.meeting()).key) }),
      may: ['reader', 'admin', 'foreignAdmin'],
    },
  ],
  'GET admin/meetings/:meetingId': [
    { params: async (world) => ({ meetingId: (await world.meeting()).id }), may: ['reader', 'admin'] },
  ],
};
