/** Webhooks by their ids, and as they are told. */
import {
  checkSeesWebhook,
  mayReadSecret,
  messageFor,
  type ReaderOfWebhooks,
  TELLING_SCOPES,
  targetFor,
} from '../../policies/webhook.ts';
import { ALL, RESOURCE_NAMES, type Resource, type Webhook, WebhookNotFound } from '../../webhooks/webhook.ts';
import type { WebhookDelivery } from '../../webhooks/webhook-messages.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { checkScopes, type RestCall } from '../rest-caller.ts';
import type { Scopes } from '../rest-endpoint.ts';
import { ScopeMissing } from '../rest-refusals.ts';
import type { deliveryType, webhookType } from './webhook-type.ts';

/** @throws WebhookNotFound for what is no id of a webhook of this site */
export function webhookIdOf({ ids, site }: Pick<RestCall, 'ids' | 'site'>, id: string): number {
  const number = ids.numberOfSpark('webhook', site.id, id);
  if (number === undefined) throw new WebhookNotFound();
  return number;
}

/** One that the caller may see. @throws WebhookNotFound */
export async function seenWebhook(call: RestCall, id: string): Promise<Webhook> {
  const webhook = await call.app.webhooks.find(call.site, webhookIdOf(call, id));
  checkSeesWebhook(readerOf(call), webhook);
  return webhook;
}

/**
 * A message for a webhook that the caller may see, and that webhook.
 * @throws WebhookNotFound, ScopeMissing when the token may not read what it tells
 */
export async function seenDelivery(
  call: RestCall,
  id: string,
): Promise<{ readonly webhook: Webhook; readonly delivery: WebhookDelivery }> {
  const { app, ids, site } = call;
  const number = ids.numberOf('delivery', site.id, id);
  if (number === undefined) throw new WebhookNotFound();
  const delivery = await app.webhooks.delivery(site, number);
  const webhook = await app.webhooks.find(site, delivery.webhook);
  checkSeesWebhook(readerOf(call), webhook);
  checkMayBeTold(call, webhook.resource, webhook.ownedBy);
  return { webhook, delivery };
}

function scopesOf(resource: Resource, ownedBy: Webhook['ownedBy']): Scopes {
  const scopes = TELLING_SCOPES[resource][ownedBy];
  return ownedBy === 'org' ? { admin: scopes } : { user: scopes };
}

/** Of which resources a token may read what webhooks are told, of those of one's own things and of those of the whole site. */
export function toldResources(call: RestCall) {
  const readAs = (ownedBy: Webhook['ownedBy']) =>
    RESOURCE_NAMES.filter((resource) => hasScopes(call, scopesOf(resource, ownedBy)));
  return { creator: readAs('creator'), org: readAs('org') };
}

function hasScopes(call: RestCall, scopes: Scopes): boolean {
  try {
    checkScopes(call, scopes, true);
    return true;
  } catch (error) {
    if (error instanceof ScopeMissing) return false;
    throw error;
  }
}

/** @throws ScopeMissing when the token may not read what the webhook would be told of */
export function checkMayBeTold(call: RestCall, resource: string, ownedBy: Webhook['ownedBy']): void {
  const asked = RESOURCE_NAMES.filter((name) => resource === ALL || resource === name);
  for (const name of asked) checkScopes(call, scopesOf(name, ownedBy), true);
}

type Told = Pick<RestCall, 'ids' | 'site'>;

/** @param secret for whoever made it */
export function presentWebhook(
  { ids, site }: Told,
  webhook: Webhook,
  secret?: string,
): ValueOf<typeof webhookType> {
  const { id, name, targetUrl, resource, event, filter, status, createdAt, ownedBy, integration } = webhook;
  return {
    id: ids.spark('webhook', site.id, id),
    ...{ name, targetUrl, resource, event },
    filter: filter === '' ? undefined : filter,
    secret,
    status,
    // With its milliseconds, and in UTC: so it was recorded.
    created: new Date(createdAt).toISOString(),
    ownedBy,
    orgId: ids.spark('organization', site.id, site.siteID),
    createdBy: ids.person({ site: site.id, id: webhook.account }),
    appId: integration === null ? undefined : ids.spark('application', site.id, integration),
  };
}

export function readerOf({ account, token }: Pick<RestCall, 'account' | 'token'>): ReaderOfWebhooks {
  return { account, integration: token.integration?.id };
}

/** As the caller may see it: with its secret where they have made it. */
export async function presentSeen(call: RestCall, webhook: Webhook): Promise<ValueOf<typeof webhookType>> {
  const reader = readerOf(call);
  const isTold = webhook.hasSecret && mayReadSecret(reader, webhook);
  const secret = isTold ? await call.app.webhooks.secretOf(call.site, webhook.id) : undefined;
  const targetUrl = targetFor(reader, webhook);
  const silentBecause = webhook.status === 'active' ? await call.app.webhooks.silenceOf(webhook) : undefined;
  const status = silentBecause === undefined ? webhook.status : 'inactive';
  return { ...presentWebhook(call, { ...webhook, targetUrl, status }, secret), silentBecause };
}

const STATES = { WAITING: 'waiting', HELD: 'held', DONE: 'delivered', FAILED: 'failed' } as const;

/** As the caller may see it. */
export async function presentDelivery(
  {
    account,
    app,
    ids,
    site,
    token,
    zone,
  }: Pick<RestCall, 'account' | 'app' | 'ids' | 'site' | 'token' | 'zone'>,
  webhook: Webhook,
  delivery: WebhookDelivery,
): Promise<ValueOf<typeof deliveryType>> {
  const { id, message, resource, event, state, createdAt, endedAt, nextAt } = delivery;
  const attempts = await app.webhooks.attemptsOf(delivery);
  return {
    id: ids.hex('delivery', site.id, id),
    messageId: message,
    resource,
    event,
    state: STATES[state],
    created: isoTime(createdAt, zone),
    ended: endedAt === undefined ? undefined : isoTime(endedAt, zone),
    next: nextAt === undefined ? undefined : isoTime(nextAt, zone),
    body: messageFor(readerOf({ account, token }), webhook, delivery.body),
    attempts: attempts.map(({ begunAt, took, httpStatus, problem, answer }) => ({
      begun: isoTime(begunAt, zone),
      milliseconds: took,
      status: httpStatus,
      problem,
      answer,
    })),
  };
}
