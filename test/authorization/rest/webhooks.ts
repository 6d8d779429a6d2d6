import { idsOf } from '../../../src/rest-api/ids.ts';
import { ANY_USER, type RestRows, type RestWorld } from '../rest-row.ts';

/** Nobody is asked: what leads inside of the network is refused at once. */
const wish = (fresh: string) => ({
  name: fresh,
  targetUrl: 'https://localhost/',
  resource: 'meetings',
  event: 'created',
});

/** A webhook of the host, or of the whole site; its id. */
async function made({ site, host, admin, fresh }: RestWorld, ownedBy: 'creator' | 'org' = 'creator') {
  const { context } = site;
  // What an earlier call has begun has ended before this one is judged.
  await context.webhooks.deliverer.drain();
  const acme = await context.sites.required('acme');
  const account = await context.accounts.required(acme, ownedBy === 'org' ? admin : host);
  const filter = ownedBy === 'org' ? `id=${fresh}` : '';
  const webhook = await context.webhooks.create(acme, account, { ...wish(fresh), ownedBy, filter });
  return { webhookId: idsOf(context).spark('webhook', acme.id, webhook.id), webhook, acme };
}

const ofTheHost = async (world: RestWorld) => ({ webhookId: (await made(world)).webhookId });
const ofTheSite = async (world: RestWorld) => ({ webhookId: (await made(world, 'org')).webhookId });

/** One that was delivered. */
async function delivered(world: RestWorld) {
  const { context } = world.site;
  const { webhook, acme } = await made(world);
  await context.webhooks.ping(acme, webhook.id, () => {});
  await context.webhooks.deliverer.drain();
  const [delivery] = await context.webhooks.deliveriesOf(webhook);
  if (!delivery) throw new Error('there is no delivery');
  await context.webhooks.giveUp(delivery);
  return { deliveryId: idsOf(context).hex('delivery', acme.id, delivery.id) };
}

const HOST = ['host'] as const;
const ADMINS = ['admin', 'userAdmin'] as const;
const READERS = [...ADMINS, 'reader'] as const;

export const ROWS: RestRows = {
  'GET webhooks': [
    { may: [...ANY_USER, 'noScope'] },
    { about: 'of the site', query: () => ({ ownedBy: 'org' }), may: [...READERS, 'foreignAdmin'] },
  ],
  'POST webhooks': [
    { body: ({ fresh }) => wish(fresh), may: ANY_USER, changes: true, isNoAct: true },
    {
      about: 'of the whole site',
      body: ({ fresh }) => ({ ...wish(fresh), ownedBy: 'org', filter: `id=${fresh}` }),
      may: ['admin', 'foreignAdmin'],
      changes: true,
    },
  ],
  'GET webhooks/:webhookId': [
    { params: ofTheHost, may: [...HOST, 'noScope'] },
    { about: 'of the site', params: ofTheSite, may: READERS },
  ],
  'PUT webhooks/:webhookId': [
    { params: ofTheHost, body: ({ fresh }) => wish(`${fresh}b`), may: HOST, changes: true, isNoAct: true },
    {
      about: 'of the site',
      params: ofTheSite,
      body: ({ fresh }) => ({ ...wish(`${fresh}b`) }),
      may: ['admin'],
      changes: true,
    },
  ],
  'DELETE webhooks/:webhookId': [
    { params: ofTheHost, may: [...HOST, 'noScope'], changes: true, isNoAct: true },
    { about: 'of the site', params: ofTheSite, may: ADMINS, changes: true },
  ],
  'GET webhooks/:webhookId/deliveries': [{ params: ofTheHost, may: HOST }],
  'POST webhooks/deliveries/:deliveryId/resend': [
    { params: delivered, may: HOST, changes: true, isNoAct: true },
  ],
  'POST webhooks/:webhookId/ping': [
    { params: ofTheHost, may: [...HOST, 'noScope'], changes: true, isNoAct: true },
  ],
  'GET events': [{ may: [...ANY_USER, 'noScope'] }],
};
