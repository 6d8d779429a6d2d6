/** Who is told of what happens by webhooks, and whose these are. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import type { JudgeOfHearing } from '../webhooks/record-happenings.ts';
import { type Webhook, WebhookNotFound, withoutQuery, withoutTargetQuery } from '../webhooks/webhook.ts';
import { mayAdminister, mayReadSite } from './site.ts';

/** Everybody whose account is in use; of the whole site those who may read it. */
export function mayOwnWebhook(account: Account | undefined, ownedBy: Webhook['ownedBy']): boolean {
  if (account?.active !== 'ACTIVATED') return false;
  return ownedBy === 'creator' || mayReadSite(account);
}

/** Of the whole site, or of what one hosts. */
export const hearsOf: JudgeOfHearing = (account, { ownedBy }, { hosts }) => {
  if (!account || !mayOwnWebhook(account, ownedBy)) return false;
  return ownedBy === 'org' || hosts.includes(account.id);
};

/** @throws AccessDenied when a webhook of the whole site is made by somebody who does not administer it */
export function checkMakesWebhook(account: Account, ownedBy: Webhook['ownedBy']): void {
  if (ownedBy === 'org' && !mayAdminister(account)) {
    throw new AccessDenied('webhooks of the whole site are made by its administrators');
  }
}

/** Its creator; one of the whole site its administrators too. For everybody else there is none. */
export function checkSeesWebhook(account: Account, webhook: Webhook): void {
  if (webhook.account === account.id) return;
  if (webhook.ownedBy !== 'org' || !mayReadSite(account)) throw new WebhookNotFound();
}

/** @throws WebhookNotFound, AccessDenied */
export function checkManagesWebhook(account: Account, webhook: Webhook): void {
  checkSeesWebhook(account, webhook);
  if (webhook.ownedBy === 'org') checkMakesWebhook(account, 'org');
}

/** The query of an address may hold a credential of its receiver: others than its creator may read it who administer. */
function mayReadWholeTarget(account: Account, webhook: Pick<Webhook, 'account'>): boolean {
  return webhook.account === account.id || mayAdminister(account);
}

/** Where it leads, as far as somebody may read that. */
export function targetFor(account: Account, webhook: Pick<Webhook, 'account' | 'targetUrl'>): string {
  const { targetUrl } = webhook;
  return mayReadWholeTarget(account, webhook) ? targetUrl : withoutQuery(targetUrl);
}

/** A message of it, as far as somebody may read that: it tells where it was sent. */
export function messageFor(account: Account, webhook: Pick<Webhook, 'account'>, body: string): string {
  return mayReadWholeTarget(account, webhook) ? body : withoutTargetQuery(body);
}
