/** A webhook: whom to tell of what happens, and where (documented: the guide of webhooks for meetings). */
import { createHash } from 'node:crypto';
import { Memory } from '../database/remembered.ts';
import { type AddressRule, isPublicAddress, literalAddress } from '../http/public-addresses.ts';
import { OwnRefusal, RuleBroken } from '../refusal.ts';

/** What can happen to each resource. */
export const RESOURCES = {
  meetings: ['created', 'updated', 'deleted', 'started', 'ended'],
  recordings: ['created', 'updated', 'deleted'],
  meetingParticipants: ['joined', 'left'],
  meetingTranscripts: ['created'],
} as const;

export type Resource = keyof typeof RESOURCES;
export const RESOURCE_NAMES = Object.keys(RESOURCES) as readonly Resource[];

/** Stands for every event of a resource, and for every resource. */
export const ALL = 'all';

const IDS = ['id', 'meetingNumber', 'meetingType', 'state', 'hostEmail', 'hostUserId', 'siteUrl'] as const;
const OF_RECORDING = [
  'id',
  'meetingId',
  'scheduledMeetingId',
  'meetingSeriesId',
  'hostEmail',
  'hostUserId',
  'siteUrl',
] as const;

/** All that a filter may name, first what is the fewest's. */
const NAMES = [
  'id',
  'meetingNumber',
  'meetingId',
  'scheduledMeetingId',
  'meetingSeriesId',
  'hostEmail',
  'hostUserId',
  'hostPersonId',
  'state',
  'meetingType',
  'siteUrl',
] as const;

/** What a filter may name. */
const FILTERS: Readonly<Record<Resource, readonly string[]>> = {
  meetings: IDS,
  recordings: OF_RECORDING,
  meetingParticipants: ['id', 'meetingId', 'state', 'hostEmail', 'hostPersonId', 'siteUrl'],
  meetingTranscripts: OF_RECORDING,
};

/** Of the whole site alone: among one's own things there is one host. */
const FOR_ORG: ReadonlySet<string> = new Set(['hostEmail', 'hostUserId', 'hostPersonId']);

export interface Webhook {
  readonly id: number;
  readonly site: number;
  /** The account that made it. */
  readonly account: number;
  /** The integration by which it was made. */
  readonly integration: number | null;
  readonly ownedBy: 'creator' | 'org';
  readonly name: string;
  readonly targetUrl: string;
  readonly resource: Resource | typeof ALL;
  readonly event: string;
  readonly filter: string;
  readonly hasSecret: boolean;
  readonly status: 'active' | 'inactive';
  /** Epoch milliseconds; `disabledAt` of the last time that its failures switched it off. */
  readonly createdAt: number;
  readonly disabledAt: number | null;
}

export interface NewWebhook {
  readonly name: string;
  readonly targetUrl: string;
  readonly resource: string;
  readonly event: string;
  readonly filter?: string | undefined;
  readonly secret?: string | undefined;
  readonly ownedBy?: 'creator' | 'org' | undefined;
}

/**
 * Why nothing is told by one that is not switched off: its creator's account is not in use or locked, or may not read the
 * whole site any more; its integration is gone or switched off, its grant was taken back, or no scope of it reads what is told.
 */
export const SILENCES = ['account', 'locked', 'right', 'integration', 'grant', 'scopes'] as const;
export type Silence = (typeof SILENCES)[number];

/** There is none, or it is somebody else's. */
export class WebhookNotFound extends OwnRefusal {
  constructor() {
    super('there is no such webhook');
  }
}

/** A site has one webhook of its own for each resource and filter (documented). */
export class WebhookExists extends OwnRefusal {
  constructor() {
    super('the site has a webhook for this resource and filter already');
  }
}

export class TooManyWebhooks extends OwnRefusal {
  constructor(most: number) {
    super(`an account has at most ${most} webhooks`);
  }
}

const LONGEST = { name: 256, targetUrl: 2_000, filter: 1_000, secret: 256 } as const;

/** @throws RuleBroken */
export function checkNewWebhook(wish: NewWebhook, mayConnect: AddressRule): void {
  checkTexts(wish);
  checkTarget(wish.targetUrl, mayConnect);
  const { resource, event, filter = '', ownedBy = 'creator' } = wish;
  const known = resource === ALL ? RESOURCE_NAMES : RESOURCE_NAMES.filter((name) => name === resource);
  if (known.length === 0) {
    throw new RuleBroken('resource', `must be one of ${[...RESOURCE_NAMES, ALL].join(', ')}`);
  }
  const events = [...new Set<string>(known.flatMap((name) => RESOURCES[name]))];
  if (event !== ALL && !events.includes(event)) {
    throw new RuleBroken('event', `must be one of ${[...events, ALL].join(', ')}`);
  }
  for (const [name] of conditionsOf(filter)) {
    const isKnown = known.some((one) => FILTERS[one].includes(name));
    const isAllowed = ownedBy === 'org' || !FOR_ORG.has(name);
    if (!isKnown || !isAllowed) throw new RuleBroken('filter', `invalid value for filter: ${name}`);
  }
}

/** @throws RuleBroken */
export function checkTexts(wish: Partial<Pick<NewWebhook, keyof typeof LONGEST>>): void {
  for (const [name, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    const text = wish[name];
    if (text === undefined) continue;
    if (text.length > longest) throw new RuleBroken(name, `must have at most ${longest} characters`);
    if (text.trim() === '' && (name === 'name' || name === 'targetUrl')) {
      throw new RuleBroken(name, 'cannot be empty');
    }
  }
}

/** What of an address can be judged before it is asked; where a name leads, is judged then. @throws RuleBroken */
export function checkTarget(text: string, mayConnect: AddressRule): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new RuleBroken('targetUrl', 'must be a web address');
  if (url.username !== '' || url.password !== '') {
    throw new RuleBroken('targetUrl', 'must have no name and no password in it');
  }
  const literal = literalAddress(url);
  if (literal === undefined) return;
  if (!mayConnect(literal)) throw new RuleBroken('targetUrl', 'must not be an address inside of the network');
  if (url.protocol === 'http:' && isPublicAddress(literal))
    throw new RuleBroken('targetUrl', 'must be https');
}

/** For those who may not read its query, which may hold a credential. */
export function withoutQuery(targetUrl: string): string {
  const { origin, pathname, search } = new URL(targetUrl);
  return `${origin}${pathname}${search === '' ? '' : '?***'}`;
}

/** The same of a message, which tells whom it was sent to. */
export function withoutTargetQuery(body: string): string {
  const message = JSON.parse(body) as { readonly targetUrl?: unknown };
  const { targetUrl } = message;
  if (typeof targetUrl !== 'string' || !URL.canParse(targetUrl)) return body;
  return JSON.stringify({ ...message, targetUrl: withoutQuery(targetUrl) });
}

const read = new Memory<readonly [name: string, value: string][]>();

/** `a=b&c=d`: all of them have to hold. */
export function conditionsOf(filter: string): readonly [name: string, value: string][] {
  const known = read.get(filter);
  if (known) return known;
  const conditions = [...new URLSearchParams(filter)] as const;
  read.set(filter, conditions);
  return conditions;
}

/** By which condition a filter is found among all others: one that has to hold, whatever else; empty where there is none. */
export function filterOn(filter: string): string {
  const conditions = conditionsOf(filter);
  const [first] = NAMES.flatMap((name) => conditions.filter(([one]) => one === name));
  return first ? hashOf(...first) : '';
}

/** By which filters something is found, that of those without a condition first. @param facts under the names of filters */
export function heardOn(facts: Readonly<Record<string, string | undefined>>): string[] {
  const holding = NAMES.flatMap((name) => {
    const value = facts[name];
    return value === undefined ? [] : [hashOf(name, value)];
  });
  return ['', ...holding];
}

/** Short, however long a value somebody has written: it stands in an index. */
function hashOf(name: string, value: string): string {
  return createHash('sha256').update(`${name}=${value.toLowerCase()}`).digest('base64url').slice(0, 22);
}

/** A resource and a filter in one spelling, whatever the order of its conditions, and the case in which they are compared. */
export function subjectOf({ resource, filter = '' }: Pick<NewWebhook, 'resource' | 'filter'>): string {
  const conditions = conditionsOf(filter).map(([name, value]) => `${name}=${value.toLowerCase()}`);
  return JSON.stringify([resource, ...new Set(conditions.sort())]);
}

/** Whether it asks to be told of that. @param facts of what it happened to, under the names of filters */
export function asksFor(
  { resource, event, filter }: Pick<Webhook, 'resource' | 'event' | 'filter'>,
  happening: {
    readonly resource: Resource;
    readonly event: string;
    readonly facts: Readonly<Record<string, string | undefined>>;
  },
): boolean {
  if (resource !== ALL && resource !== happening.resource) return false;
  if (event !== ALL && event !== happening.event) return false;
  return conditionsOf(filter).every(
    ([name, value]) => happening.facts[name]?.toLowerCase() === value.toLowerCase(),
  );
}
