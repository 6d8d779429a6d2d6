import { idsOf } from '../../../src/rest-api/ids.ts';
import { participantId } from '../../../src/rest-api/participants/participant-ids.ts';
import { Visitor } from '../../browser/visitor.ts';
import { begin } from '../../url-api/portal.ts';
import type { RestRows, RestWorld } from '../rest-row.ts';

/** A meeting of the host's that runs, with a guest in it. */
async function running(world: RestWorld) {
  const { id: meetingId, key } = await world.meeting();
  await begin(world.site, String(key), world.host);
  const guest = new Visitor(world.site.url);
  const who = { AN: 'Gunda', AE: `${world.fresh}@example.com`, PW: 'pass-w0rd' };
  await guest.get('/acme/m.php', { AT: 'JM', MK: String(key), ...who });
  await world.site.context.events.drain();
  const { context } = world.site;
  const acme = await context.sites.required('acme');
  const state = await context.live.state(acme, key);
  const stay = state?.people.find(({ name }) => name === 'Gunda')?.id ?? 0;
  return { meetingId, participantId: participantId(idsOf(context), acme.id, { sessionKey: key, stay }) };
}

const named = async (world: RestWorld) => ({ participantId: (await running(world)).participantId });
const ofMeeting = async (world: RestWorld) => ({ meetingId: (await running(world)).meetingId });

const READERS = ['host', 'reader', 'admin'] as const;

export const ROWS: RestRows = {
  'GET meetingParticipants': [{ query: ofMeeting, may: READERS }],
  'POST meetingParticipants/query': [{ query: ofMeeting, body: () => ({ emails: [] }), may: READERS }],
  'GET meetingParticipants/:participantId': [{ params: named, may: READERS }],
  'PUT meetingParticipants/:participantId': [
    { params: named, body: () => ({ expel: true }), may: ['host'], changes: true },
  ],
  'POST meetingParticipants/admit': [
    {
      about: 'who is in already',
      body: async (world) => ({ items: [await named(world)] }),
      may: ['host'],
    },
  ],
};
