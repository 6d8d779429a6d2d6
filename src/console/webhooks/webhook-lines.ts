/** Webhooks and their deliveries by number, and as the console tells them. */

import { mayAdminister } from '../../policies/site.ts';
import { messageFor, targetFor } from '../../policies/webhook.ts';
import { NoRecordFound } from '../../refusal.ts';
import type { Webhook } from '../../webhooks/webhook.ts';
import type { WebhookAttempt, WebhookDelivery } from '../../webhooks/webhook-messages.ts';
import type { ApiCall } from '../api/endpoint.ts';
import type {
  AttemptLine,
  DeliveryAnswer,
  DeliveryLine,
  WebhookAnswer,
  WebhookLine,
} from './webhook-data.ts';

/** @throws NoRecordFound for what is no number of anything */
export function numberIn(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new NoRecordFound();
  return Number(text);
}

/** @throws NoRecordFound, WebhookNotFound when the site has none of that number */
export async function foundWebhook({ context, site }: ApiCall, id: string): Promise<Webhook> {
  return context.webhooks.find(site, numberIn(id));
}

/** @throws NoRecordFound, WebhookNotFound also where it is another webhook's */
export async function foundDelivery(
  call: ApiCall,
  { id, delivery }: { readonly id: string; readonly delivery: string },
): Promise<{ readonly webhook: Webhook; readonly delivery: WebhookDelivery }> {
  const { context, site } = call;
  const webhook = await foundWebhook(call, id);
  const found = await context.webhooks.delivery(site, numberIn(delivery));
  if (found.webhook !== webhook.id) throw new NoRecordFound();
  return { webhook, delivery: found };
}

export async function webhookLine({ account, context }: ApiCall, webhook: Webhook): Promise<WebhookLine> {
  const { id, name, ownedBy, resource, event, filter, status } = webhook;
  const [owner, silence, lastFailure] = await Promise.all([
    context.accounts.findById(webhook.account),
    status === 'active' ? context.webhooks.silenceOf(webhook) : undefined,
    context.webhooks.lastFailureOf(webhook),
  ]);
  return {
    ...{ id, name, ownedBy, resource, event, filter, status },
    owner: owner ? { userID: owner.id, webExID: owner.webExId } : null,
    targetUrl: targetFor({ account }, webhook),
    silence: silence ?? null,
    lastFailure: lastFailure ?? null,
  };
}

export async function webhookAnswer(call: ApiCall, webhook: Webhook): Promise<WebhookAnswer> {
  const { createdAt, disabledAt, hasSecret: signs } = webhook;
  const mayChange = mayAdminister(call.account);
  return { ...(await webhookLine(call, webhook)), createdAt, disabledAt, signs, mayChange };
}

export function deliveryLine(delivery: WebhookDelivery): DeliveryLine {
  const { id, message, resource, event, state, attempts, createdAt, endedAt, nextAt } = delivery;
  return {
    ...{ id, message, resource, event, state, attempts, createdAt },
    endedAt: endedAt ?? null,
    nextAt: nextAt ?? null,
  };
}

export async function deliveryAnswer(
  { account, context }: ApiCall,
  webhook: Webhook,
  delivery: WebhookDelivery,
): Promise<DeliveryAnswer> {
  const { id, name } = webhook;
  const hasEnded = delivery.state === 'DONE' || delivery.state === 'FAILED';
  return {
    ...deliveryLine(delivery),
    webhook: { id, name },
    body: messageFor({ account }, webhook, delivery.body),
    tries: (await context.webhooks.attemptsOf(delivery)).map(attemptLine),
    mayResend: hasEnded && mayAdminister(account),
  };
}

function attemptLine({ begunAt, took, httpStatus, problem, answer }: WebhookAttempt): AttemptLine {
  return { begunAt, took, httpStatus: httpStatus ?? null, problem: problem ?? null, answer };
}
