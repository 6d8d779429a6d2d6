/** Who is told of what happens by webhooks, and whose these are. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import type { Scope } from '../sign-in/api-tokens/scopes.ts';
import {
  ALL,
  RESOURCE_NAMES,
  type Resource,
  type Webhook,
  WebhookNotFound,
  withoutQuery,
  withoutTargetQuery,
} from '../webhooks/webhook.ts';
import type { JudgeOfHearing, JudgeOfSilence } from '../webhooks/webhook-standing.ts';
import { mayAdminister, mayReadSite } from './site.ts';

/** Whoever is told of something may read it (documented, by resource). One of the scopes is enough. */
export const TELLING_SCOPES: Readonly<
  Record<Resource, Readonly<Record<Webhook['ownedBy'], readonly Scope[]>>>
> = {
  meetings: {
    creator: ['meeting:schedules_read', 'meeting:schedules_write'],
    org: ['meeting:admin_schedule_read', 'meeting:admin_schedule_write'],
  },
  recordings: {
    creator: ['meeting:recordings_read', 'meeting:recordings_write'],
    org: ['meeting:admin_recordings_read', 'meeting:admin_recordings_write'],
  },
  meetingParticipants: {
    creator: ['meeting:participants_read', 'meeting:participants_write'],
    org: ['meeting:admin_participants_read'],
  },
  meetingTranscripts: {
    creator: ['meeting:transcripts_read', 'meeting:transcripts_write'],
    org: ['meeting:admin_transcripts_read'],
  },
};

/**
 * A webhook tells nothing while whoever made it could not read that themselves: their account is in use, of the whole site
 * it may read that; and the integration by which it was made is on, still granted to it, and has a scope that reads the
 * resource. A token's time is no part of it: delivery goes on when tokens expire (documented).
 */
export const silenceOf: JudgeOfSilence = ({ ownedBy }, { account, integration }, resource) => {
  if (account?.active !== 'ACTIVATED') return 'account';
  if (account.locked) return 'locked';
  if (ownedBy === 'org' && !mayReadSite(account)) return 'right';
  if (!integration) return undefined;
  if (!integration.isOn) return 'integration';
  if (!integration.isGranted) return 'grant';
  const reads = (one: Resource) =>
    TELLING_SCOPES[one][ownedBy].some((scope) => integration.scopes.has(scope));
  return (resource === ALL ? RESOURCE_NAMES : [resource]).some(reads) ? undefined : 'scopes';
};

/** Of the whole site, or of what one hosts. */
export const hearsOf: JudgeOfHearing = (webhook, standing, { hosts, resource }) => {
  if (silenceOf(webhook, standing, resource) !== undefined) return false;
  return webhook.ownedBy === 'org' || hosts.includes(webhook.account);
};

/** @throws AccessDenied when a webhook of the whole site is made by somebody who does not administer it */
export function checkMakesWebhook(account: Account, ownedBy: Webhook['ownedBy']): void {
  if (ownedBy === 'org' && !mayAdminister(account)) {
    throw new AccessDenied('webhooks of the whole site are made by its administrators');
  }
}

/** Who reads: by a page or a token of their own, or by the token of an integration. */
export interface ReaderOfWebhooks {
  readonly account: Account;
  /** The integration's number. */
  readonly integration?: number | undefined;
}

type Origin = Pick<Webhook, 'account' | 'integration'>;

/**
 * Its creator; one of the whole site its administrators too. For everybody else there is none. Integrations of one person
 * are strangers to each other: the token of one leads to what was made by it alone, also among those of the whole site
 * (the original speaks of managing the registrations that the application owns; that others are as good as not there is
 * inferred from it, and from `appId`). A person's own pages and personal tokens lead to all of theirs.
 * @throws WebhookNotFound
 */
export function checkSeesWebhook({ account, integration }: ReaderOfWebhooks, webhook: Webhook): void {
  if (integration !== undefined && webhook.integration !== integration) throw new WebhookNotFound();
  if (webhook.account === account.id) return;
  if (webhook.ownedBy !== 'org' || !mayReadSite(account)) throw new WebhookNotFound();
}

/** @throws WebhookNotFound, AccessDenied */
export function checkManagesWebhook(reader: ReaderOfWebhooks, webhook: Webhook): void {
  checkSeesWebhook(reader, webhook);
  if (webhook.ownedBy === 'org') checkMakesWebhook(reader.account, 'org');
}

/** What its receiver alone shall know. */
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
