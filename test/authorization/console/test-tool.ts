import type { ConsoleRows, ConsoleWorld } from '../console-row.ts';

const VERSION =
  '<message><body><bodyContent xsi:type="java:com.webex.service.binding.ep.GetAPIVersion"/></body></message>';

const sample = async ({ site, fresh }: ConsoleWorld): Promise<Record<string, string>> => {
  const { sites, keptSamples } = site.context;
  const kept = { name: fresh, operation: 'ep.GetAPIVersion', message: VERSION, by: 'admin' };
  return { id: String(await keptSamples.save(await sites.required('acme'), kept)) };
};

export const ROWS: ConsoleRows = {
  'GET test/operations': [{}],
  'GET test/operations/:service/:operation': [{ params: () => ({ service: 'user', operation: 'GetUser' }) }],
  'GET test/links': [{}],
  'GET test/samples': [{}],
  'GET test/samples/:id': [{ params: sample }],
  'POST test/samples': [
    { body: ({ fresh }) => ({ name: fresh, operation: '', message: VERSION }), changes: true },
  ],
  'DELETE test/samples/:id': [{ params: sample, changes: true }],
  'POST test/send': [
    {
      about: 'with the credentials of the message',
      body: ({ fresh, admin }) => ({
        as: 'message',
        message: `<message><header><securityContext><siteName>acme</siteName><webExID>${admin}</webExID><password>P@ssword123</password></securityContext></header><body><bodyContent xsi:type="java:com.webex.service.binding.training.CreateLab"><lab><labName>${fresh}</labName></lab></bodyContent></body></message>`,
      }),
      changes: true,
    },
    {
      about: 'as themselves; an owner has no account on another site',
      body: () => ({ as: 'me', message: VERSION }),
      may: ['admin'],
    },
  ],
  'POST test/code': [{ body: () => ({ method: 'POST', target: '/WBXService/XMLService', body: VERSION }) }],
};
