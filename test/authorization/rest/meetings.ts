import { idsOf } from '../../../src/rest-api/ids.ts';
import { occurrenceAt } from '../../../src/sessions/occurrence-list.ts';
import { ANY_USER, type RestRows, type RestWorld } from '../rest-row.ts';

const aMeeting = async (world: RestWorld) => ({ meetingId: (await world.meeting()).id });

const DAILY = '<repeat><repeatType>DAILY</repeatType><afterMeetingNumber>3</afterMeetingNumber></repeat>';

/** One start of a series. */
const aDay = async (world: RestWorld) => {
  const { key } = await world.meeting(DAILY);
  const { sites, sessions } = world.site.context;
  const acme = await sites.required('acme');
  const session = await sessions.withDocument(await sessions.required(acme, key));
  const day = occurrenceAt(session, 2);
  return { meetingId: idsOf(world.site.context).occurrence(acme.id, key, day?.from ?? 0) };
};

const NEW = { title: 'By REST', start: '2029-01-15T10:00:00Z', end: '2029-01-15T11:00:00Z' };

const FOR_HOST = ({ emails }: RestWorld) => ({ ...NEW, hostEmail: emails.host });

export const ROWS: RestRows = {
  'GET meetings': [
    { may: ANY_USER },
    {
      about: 'of a host',
      query: ({ emails }) => ({ hostEmail: emails.host }),
      may: ['host', 'reader', 'admin'],
    },
  ],
  'POST meetings': [
    { body: () => NEW, may: ANY_USER, changes: true, isNoAct: true },
    { about: 'for a host', body: FOR_HOST, may: ['host', 'admin'], changes: true },
  ],
  'GET meetings/:meetingId': [
    { params: aMeeting, may: ['host', 'invitee', 'reader', 'admin'] },
    { about: 'of one day', params: aDay, may: ['host', 'invitee', 'reader', 'admin'] },
  ],
  'PATCH meetings/:meetingId': [
    { params: aMeeting, body: () => ({ title: 'Changed' }), may: ['host', 'admin'], changes: true },
    {
      about: 'of one day',
      params: aDay,
      body: () => ({ title: 'Changed', agenda: 'Its own', password: 'Own-pa55' }),
      may: ['host', 'admin'],
      changes: true,
    },
  ],
  'PUT meetings/:meetingId': [{ params: aMeeting, body: () => NEW, may: ['host', 'admin'], changes: true }],
  'DELETE meetings/:meetingId': [{ params: aMeeting, may: ['host', 'admin'], changes: true }],
};
