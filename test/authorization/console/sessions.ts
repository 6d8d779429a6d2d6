import { begin, meeting } from '../../url-api/portal.ts';
import type { ConsoleRows, ConsoleWorld } from '../console-row.ts';

const aMeeting = async ({ site, host }: ConsoleWorld) => ({ key: (await meeting(site, host)).key });

const aRunningOne = async (world: ConsoleWorld) => {
  const { key } = await aMeeting(world);
  await begin(world.site, key, world.host);
  // Whoever looks at the outbox waits for what follows from its beginning.
  const { sites, mail } = world.site.context;
  await mail.search.page(await sites.required('acme'), {});
  return { key };
};

const withSomebodyWaiting = async ({ site, host }: ConsoleWorld) => {
  const { key } = await meeting(
    site,
    host,
    '<attendeeOptions><registration>true</registration></attendeeOptions>',
  );
  await site.ok(
    'attendee.RegisterMeetingAttendee',
    `<attendees><person><name>Rea</name><email>rea@example.com</email></person><sessionKey>${key}</sessionKey></attendees>`,
    { siteName: 'acme', webExID: host, password: 'P@ssword123' },
  );
  return { key };
};

export const ROWS: ConsoleRows = {
  'GET sessions': [{ query: () => ({ state: 'upcoming' }) }],
  'GET sessions/:key': [{ params: aMeeting }],
  'POST sessions/:key/end': [{ params: aRunningOne, changes: true }],
  'PUT sessions/:key/host': [{ params: aMeeting, body: ({ admin }) => ({ host: admin }), changes: true }],
  'POST sessions/:key/decisions': [
    { params: withSomebodyWaiting, body: () => ({ decision: 'reject' }), changes: true },
  ],
  'DELETE sessions/:key': [{ params: aMeeting, changes: true }],
  'GET history': [{}],
  'GET history/export': [{ query: () => ({ report: 'usage' }) }],
};
