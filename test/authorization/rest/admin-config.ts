import type { RestRows, RestWorld } from '../rest-row.ts';

const READERS = ['reader', 'admin'] as const;
/** A token is of one site. */
const ELSEWHERE = { foreignAdmin: 400 };
const siteUrl = 'acme.example.com';
const query = () => ({ siteUrl });
const ofHost = ({ emails }: RestWorld) => ({ email: emails.host });

const NEW = {
  siteUrl,
  options: [],
  inputMode: 'text',
  hostProfileCode: 'optional',
  scheduleStartCodes: [{ service: 'All', type: 'optional' }],
};
const code = ({ fresh }: RestWorld) => ({ ...NEW, name: fresh });

/** One code of the site, by the number 1. */
async function made({ site, fresh }: RestWorld) {
  const trackingCodes = [
    {
      index: 1,
      name: `Code ${fresh}`,
      inputMode: 'Text Input',
      hostProfile: 'OPTIONAL' as const,
      schedulingPage: [],
      listValue: [],
    },
  ];
  await site.context.sites.change('acme', { settings: { trackingCodes } });
  return { trackingCodeId: '1' };
}

export const ROWS: RestRows = {
  'GET admin/meeting/config/commonSettings': [{ query, may: READERS, otherwise: ELSEWHERE }],
  'PATCH admin/meeting/config/commonSettings': [
    {
      query,
      body: () => ({ scheduleMeetingOptions: { emailReminders: false } }),
      may: ['admin'],
      otherwise: ELSEWHERE,
      changes: true,
    },
  ],
  'GET admin/meeting/config/sessionTypes': [{ query, may: READERS, otherwise: ELSEWHERE }],
  'GET admin/meeting/userconfig/sessionTypes': [
    { query, headers: ofHost, may: READERS, otherwise: ELSEWHERE },
  ],
  'PUT admin/meeting/userconfig/sessionTypes': [
    {
      body: ({ emails }) => ({ siteUrl, email: emails.host, sessionTypeIds: ['3'] }),
      may: ['admin'],
      otherwise: ELSEWHERE,
      changes: true,
    },
  ],
  'GET admin/meeting/config/trackingCodes': [{ query, may: READERS, otherwise: ELSEWHERE }],
  'GET admin/meeting/config/trackingCodes/:trackingCodeId': [
    { params: made, query, may: READERS, otherwise: ELSEWHERE },
  ],
  'POST admin/meeting/config/trackingCodes': [
    { body: code, may: ['admin'], otherwise: ELSEWHERE, changes: true },
  ],
  'PUT admin/meeting/config/trackingCodes/:trackingCodeId': [
    { params: made, body: code, may: ['admin'], otherwise: ELSEWHERE, changes: true },
  ],
  'DELETE admin/meeting/config/trackingCodes/:trackingCodeId': [
    { params: made, query, may: ['admin'], otherwise: ELSEWHERE, changes: true },
  ],
  'GET admin/meeting/userconfig/trackingCodes': [
    { query, headers: ofHost, may: READERS, otherwise: ELSEWHERE },
  ],
  'PUT admin/meeting/userconfig/trackingCodes': [
    {
      body: async (world) => {
        await made(world);
        const trackingCodes = [{ name: `Code ${world.fresh}`, value: world.fresh }];
        return { siteUrl, email: world.emails.host, trackingCodes };
      },
      may: ['admin'],
      otherwise: ELSEWHERE,
      changes: true,
    },
  ],
};
