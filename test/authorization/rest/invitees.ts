import type { RestRows, RestWorld } from '../rest-row.ts';

const MANAGERS = ['host', 'admin'] as const;
const SEE = ['host', 'reader', 'admin'] as const;

async function inviteeOf(world: RestWorld): Promise<{ readonly meetingInviteeId: string }> {
  const { id: meetingId } = await world.meeting();
  const { json } = await world.clients.host.get('meetingInvitees', { query: { meetingId } });
  return { meetingInviteeId: json.items[0].id };
}

export const ROWS: RestRows = {
  'GET meetingInvitees': [{ query: async (world) => ({ meetingId: (await world.meeting()).id }), may: SEE }],
  'POST meetingInvitees': [
    {
      body: async (world) => ({ meetingId: (await world.meeting()).id, email: `${world.fresh}@example.com` }),
      may: MANAGERS,
      changes: true,
    },
  ],
  'POST meetingInvitees/bulkInsert': [
    {
      body: async (world) => ({
        meetingId: (await world.meeting()).id,
        items: [{ email: `${world.fresh}@example.com` }, { email: `${world.fresh}.2@example.com` }],
      }),
      may: MANAGERS,
      changes: true,
    },
  ],
  'GET meetingInvitees/:meetingInviteeId': [{ params: inviteeOf, may: SEE }],
  'PUT meetingInvitees/:meetingInviteeId': [
    {
      params: inviteeOf,
      body: ({ emails, fresh }) => ({ email: emails.invitee, displayName: fresh }),
      may: MANAGERS,
      changes: true,
    },
  ],
  'DELETE meetingInvitees/:meetingInviteeId': [{ params: inviteeOf, may: MANAGERS, changes: true }],
};
