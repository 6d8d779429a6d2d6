import { idsOf } from '../../../src/rest-api/ids.ts';
import { begin } from '../../url-api/portal.ts';
import { ANY_USER, type RestRows, type RestWorld } from '../rest-row.ts';

const MANAGERS = ['host', 'admin'] as const;
const KNOW = ['host', 'invitee', 'reader', 'admin'] as const;
const ANY_OF_THE_SITE = ANY_USER.filter((one) => one !== 'foreignAdmin');

async function running(world: RestWorld): Promise<{ readonly meetingId: string }> {
  const { id, key } = await world.meeting();
  await begin(world.site, String(key), world.host);
  // What is heard of its beginning is no change of the call's.
  await world.site.context.events.drain();
  return { meetingId: id };
}

/** With another host of the site in it, who was made a co-host there. */
async function withCoHost(world: RestWorld) {
  const told = await running(world);
  const { accounts, ids, live, sessions, sites } = { ...world.site.context, ids: idsOf(world.site.context) };
  const acme = await sites.required('acme');
  const key = ids.meeting(acme.id, told.meetingId)?.sessionKey ?? 0;
  const account = await accounts.required(acme, world.otherHost);
  const session = await sessions.required(acme, key);
  const newcomer = { name: 'Other', email: account.email, account, isHost: false };
  const { stay } = await live.enter(acme, { kind: 'session', session }, newcomer);
  await live.appoint(acme, key, stay.publicId, { role: 'COHOST', fits: ({ sends }) => sends });
  await world.site.context.events.drain();
  return told;
}

async function unlisted({ site, meeting }: RestWorld) {
  const { id, key } = await meeting();
  const { sites, sessions } = site.context;
  await sessions.change(await sites.required('acme'), key, () => ({ listStatus: 'UNLISTED' }));
  await site.context.events.drain();
  return { id, key };
}

const byNumber = async (world: RestWorld) => ({
  meetingNumber: String((await unlisted(world)).key),
  joinDirectly: false,
});

const byId = async (world: RestWorld) => ({ meetingId: (await unlisted(world)).id, password: 'pass-w0rd' });

export const ROWS: RestRows = {
  'POST meetings/join': [
    {
      about: 'by its id',
      body: async (world) => ({ meetingId: (await world.meeting()).id, joinDirectly: false }),
      may: KNOW,
      // Its password is asked of everybody else.
      otherwise: { otherHost: 400, userAdmin: 400 },
    },
    {
      about: 'with its password',
      body: async (world) => ({ meetingId: (await world.meeting()).id, password: 'pass-w0rd' }),
      may: ANY_OF_THE_SITE,
      status: 302,
    },
    { about: 'that is not listed, by its number', body: byNumber, may: KNOW },
    { about: 'that is not listed, by its id and its password', body: byId, may: KNOW, status: 302 },
  ],
  'POST meetings/:meetingId/end': [
    { params: running, body: () => ({}), may: MANAGERS, changes: true },
    {
      about: 'with a co-host',
      params: withCoHost,
      body: () => ({}),
      may: [...MANAGERS, 'otherHost'],
      changes: true,
    },
  ],
  'GET meetings/controls': [
    { query: running, may: ['host'] },
    { about: 'with a co-host', query: withCoHost, may: ['host', 'otherHost'] },
  ],
  'PUT meetings/controls': [
    { query: running, body: () => ({ locked: true }), may: ['host'], changes: true },
    {
      about: 'with a co-host',
      query: withCoHost,
      body: () => ({ locked: true }),
      may: ['host', 'otherHost'],
      changes: true,
    },
  ],
};
