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

/** Who reads: by a page or a token of their own, or by the token of an integration. */
export interface ReaderOfWebhooks {
  readonly account: Account;
  /** The integration's number. */
  readonly integration?: number | undefined;
}

type Origin = Pick<Webhook, 'account' | 'integration'>;

/** What its receiver alone shall know. Integrations of one person are strangers to each other. */
export function mayReadSecret({ account, integration }: ReaderOfWebhooks, webhook: Origin): boolean {
  return webhook.account === account.id && (integration === undefined || integration === webhook.integration);
}

/** The query of an address may hold a credential of its receiver: others than its creator may read it who administer. */
function mayReadWholeTarget(reader: ReaderOfWebhooks, webhook: Origin): boolean {
  return (
    mayReadSecret(reader, webhook) || (reader.integration === undefined && mayAdminister(reader.account))
  );
}

/** Where it leads, as far as somebody may read that. */
export function targetFor(reader: ReaderOfWebhooks, webhook: Origin & Pick<Webhook, 'targetUrl'>): string {
  const { targetUrl } = webhook;
  return mayReadWholeTarget(reader, webhook) ? targetUrl : withoutQuery(targetUrl);
}

/** A message of it, as far as somebody may read that: it tells where it was sent. */
export function messageFor(reader: ReaderOfWebhooks, webhook: Origin, body: string): string {
  return mayReadWholeTarget(reader, webhook) ? body : withoutTargetQuery(body);
}
