import type { RestRow, RestRows, RestWorld } from '../rest-row.ts';

const MANAGERS = ['host', 'admin'] as const;
const SEE = ['host', 'reader', 'admin'] as const;

const registered = (world: RestWorld) =>
  world.meeting('<attendeeOptions><registration>true</registration></attendeeOptions>');

const inRegistered = async (world: RestWorld) => ({ meetingId: (await registered(world)).id });

const person = ({ fresh }: RestWorld) => ({
  firstName: 'Fay',
  lastName: 'Fresh',
  email: `${fresh}@example.com`,
});

async function registrantOf(world: RestWorld): Promise<{ meetingId: string; registrantId: string }> {
  const { meetingId } = await inRegistered(world);
  const body = { ...person(world), sendEmail: false };
  const { json } = await world.clients.host.ok('POST', `meetings/${meetingId}/registrants`, { body });
  return { meetingId, registrantId: json.id };
}

async function approvedOf(world: RestWorld): Promise<{ meetingId: string; registrantId: string }> {
  const { meetingId, registrantId } = await registrantOf(world);
  const body = { registrants: [{ id: registrantId }], sendEmail: false };
  await world.clients.host.ok('POST', `meetings/${meetingId}/registrants/approve`, { body });
  return { meetingId, registrantId };
}

/** The body names somebody of the meeting that the path names. */
function deciding(whom = registrantOf): RestRow {
  const made = new WeakMap<RestWorld, Promise<{ meetingId: string; registrantId: string }>>();
  const of = (world: RestWorld) => {
    const found = made.get(world) ?? whom(world);
    made.set(world, found);
    return found;
  };
  return {
    params: async (world) => ({ meetingId: (await of(world)).meetingId }),
    body: async (world) => ({ registrants: [{ id: (await of(world)).registrantId }] }),
    may: MANAGERS,
    changes: true,
  };
}

export const ROWS: RestRows = {
  'GET meetings/:meetingId/registration': [{ params: inRegistered, may: SEE }],
  'PUT meetings/:meetingId/registration': [
    {
      params: inRegistered,
      body: () => ({ requireCompanyName: true, maxRegisterNum: 7 }),
      may: MANAGERS,
      changes: true,
    },
  ],
  'DELETE meetings/:meetingId/registration': [{ params: inRegistered, may: MANAGERS, changes: true }],
  'POST meetings/:meetingId/registrants': [
    {
      params: inRegistered,
      body: person,
      may: ['host', 'invitee', 'admin'],
      changes: true,
      isNoAct: true,
    },
  ],
  'GET meetings/:meetingId/registrants': [{ params: inRegistered, may: SEE }],
  'POST meetings/:meetingId/registrants/bulkInsert': [
    {
      params: inRegistered,
      body: (world) => ({ items: [person(world)] }),
      may: MANAGERS,
      changes: true,
    },
  ],
  'POST meetings/:meetingId/registrants/query': [
    { params: inRegistered, body: ({ emails }) => ({ emails: [emails.invitee] }), may: SEE },
  ],
  'POST meetings/:meetingId/registrants/approve': [deciding()],
  'POST meetings/:meetingId/registrants/reject': [deciding()],
  'POST meetings/:meetingId/registrants/cancel': [deciding(approvedOf)],
  'POST meetings/:meetingId/registrants/bulkDelete': [deciding()],
  'GET meetings/:meetingId/registrants/:registrantId': [{ params: registrantOf, may: SEE }],
  'DELETE meetings/:meetingId/registrants/:registrantId': [
    { params: registrantOf, may: MANAGERS, changes: true },
  ],
};
