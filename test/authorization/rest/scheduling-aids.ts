import { templateIdOf } from '../../../src/rest-api/meetings/template-id.ts';
import { ANY_USER, type RestRows, type RestWorld } from '../rest-row.ts';

async function templateOf({ site, fresh }: RestWorld): Promise<{ readonly templateId: string }> {
  const { sites, sessionTemplates } = site.context;
  const acme = await sites.required('acme');
  const name = `Template ${fresh}`;
  await sessionTemplates.save(acme, undefined, { name, serviceType: 'MeetingCenter' }, {});
  return { templateId: templateIdOf(name) };
}

const ANY_OF_THE_SITE = ANY_USER.filter((one) => one !== 'foreignAdmin');

export const ROWS: RestRows = {
  'GET meetings/templates': [{ may: ANY_USER }],
  'GET meetings/templates/:templateId': [{ params: templateOf, may: ANY_OF_THE_SITE }],
  'GET meetings/sessionTypes': [
    { may: ANY_USER },
    {
      about: "of another host, which is an administrator's to ask",
      query: ({ emails }) => ({ hostEmail: emails.otherHost }),
      may: ['otherHost', 'reader', 'admin'],
    },
  ],
  'GET meetings/sessionTypes/:sessionTypeId': [
    { params: () => ({ sessionTypeId: '9999' }), may: [], otherwise: { host: 404 } },
  ],
  'GET meetings/trackingCodes': [{ query: () => ({ service: 'MeetingCenter' }), may: ANY_USER }],
  'GET meetings/:meetingId/globalCallinNumbers': [
    {
      params: async (world) => ({ meetingId: (await world.meeting()).id }),
      may: ['host', 'invitee', 'reader', 'admin'],
    },
  ],
};
