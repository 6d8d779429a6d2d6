import type { ConsoleRows, ConsoleWorld } from '../console-row.ts';

/** A webhook of the host, switched off: nothing of it goes out by itself while somebody else calls. */
async function aWebhook({ site, host, fresh }: ConsoleWorld) {
  const { sites, accounts, webhooks, database } = site.context;
  // What was sent once more before is put back.
  await webhooks.deliverer.drain();
  const acme = await sites.required('acme');
  const webhook = await webhooks.create(acme, await accounts.required(acme, host), {
    name: fresh,
    targetUrl: 'https://hooks.example.com/',
    resource: 'meetings',
    event: 'all',
  });
  const off = database.builder.updateTable('webhook').set({ status: 'inactive' });
  await database.all(off.where('id', '=', webhook.id).returning('id').compile());
  return { acme, webhook, params: { id: String(webhook.id) } };
}

const ofTheHost = async (world: ConsoleWorld) => (await aWebhook(world)).params;

/** A message that was given up. */
async function aDelivery(world: ConsoleWorld) {
  const { webhooks } = world.site.context;
  const { acme, webhook, params } = await aWebhook(world);
  await webhooks.ping(acme, webhook.id, () => {});
  const [delivery] = await webhooks.deliveriesOf(webhook);
  if (!delivery) throw new Error('there is no delivery');
  await webhooks.giveUp(delivery);
  return { ...params, delivery: String(delivery.id) };
}

export const ROWS: ConsoleRows = {
  'GET webhooks': [{}],
  'GET webhooks/:id': [{ params: ofTheHost }],
  'GET webhooks/:id/deliveries': [{ params: ofTheHost }],
  'GET webhooks/:id/deliveries/:delivery': [{ params: aDelivery }],
  'POST webhooks/:id/deliveries/:delivery/resend': [{ params: aDelivery, changes: true }],
  'POST webhooks/:id/ping': [{ params: ofTheHost, changes: true }],
  'POST webhooks/:id/switch-on': [{ params: ofTheHost, changes: true }],
  'DELETE webhooks/:id': [{ params: ofTheHost, changes: true }],
};
