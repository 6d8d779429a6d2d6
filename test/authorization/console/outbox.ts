import type { ConsoleRows, ConsoleWorld } from '../console-row.ts';

/** A mail with a calendar file, that is kept: there is no server. */
async function aMail({ site }: ConsoleWorld, kind: 'invitation' | 'passwordReset' = 'invitation') {
  const { database, mail, sites } = site.context;
  // What was sent again before is on its way.
  await mail.sender.drain();
  const { id } = await sites.required('acme');
  const person = { name: 'Ada', address: 'ada@example.com' };
  const calendar = { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } as const;
  const message = { from: person, to: person, subject: 'Hello', text: 'Hi\n', html: '<p>Hi</p>', calendar };
  await database.write((tx) => mail.outbox.record(tx, { site: id, kind, message }));
  return { id: String((await mail.outbox.list({ id })).mails[0]?.id) };
}

export const ROWS: ConsoleRows = {
  'GET outbox': [{}],
  'GET outbox/:id': [{ params: aMail }],
  'GET outbox/:id/html': [
    { params: aMail },
    {
      about: 'with a link that opens an account',
      params: (world) => aMail(world, 'passwordReset'),
      may: ['admin', 'owner'],
    },
  ],
  'GET outbox/:id/source': [
    { params: aMail },
    {
      about: 'with a link that opens an account',
      params: (world) => aMail(world, 'passwordReset'),
      may: ['admin', 'owner'],
    },
  ],
  'GET outbox/:id/calendar': [
    { params: aMail },
    {
      about: 'with a link that opens an account',
      params: (world) => aMail(world, 'passwordReset'),
      may: ['admin', 'owner'],
    },
  ],
  'POST outbox/:id/send-again': [{ params: aMail, changes: true }],
  'POST outbox/:id/release': [{ params: aMail, changes: true }],
};
