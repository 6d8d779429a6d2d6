/**
 * Writes down what webhooks are to be told, in the transaction in which an event is handed on: a process that dies loses
 * nothing, and nothing is written twice.
 */
import type { Database, Executor } from '../database/database.ts';
import type { Happened, SiteEvent, Write } from '../events.ts';
import type { DeliveryStatements } from './delivery-statements.ts';
import type { AudienceRow, FeedStatements } from './feed-statements.ts';
import type { Happening, Presenter } from './presenter.ts';
import type { TurnStatements } from './turn-statements.ts';
import { asksFor, heardOn, type Resource, type Webhook } from './webhook.ts';
import { type FindStanding, type JudgeOfHearing, rememberedStandings } from './webhook-standing.ts';
import { heard, type WebhookStatements, webhookOf } from './webhook-statements.ts';

export interface RecordingParts {
  readonly database: Database;
  readonly statements: WebhookStatements;
  readonly feed: FeedStatements;
  readonly deliveries: DeliveryStatements;
  readonly turns: TurnStatements;
  readonly standing: FindStanding;
  readonly hears: JudgeOfHearing;
  readonly presenter: () => Promise<Presenter>;
  /** Called when there is something to deliver. */
  readonly wake: () => void;
}

/** What one account is told of. */
interface Told {
  readonly account: number;
  readonly happening: Happening;
  readonly webhooks: readonly Webhook[];
}

/** What webhooks may be told of by each kind of event; of others nothing is even looked up. */
const TOLD_BY: Readonly<Partial<Record<SiteEvent['kind'], readonly Resource[]>>> = {
  'session.scheduled': ['meetings'],
  'session.changed': ['meetings'],
  'session.cancelled': ['meetings'],
  'session.deleted': ['meetings'],
  'session.started': ['meetings'],
  'session.ended': ['meetings', 'meetingParticipants'],
  'participant.joined': ['meetingParticipants'],
  'participant.left': ['meetingParticipants'],
  'recording.ready': ['recordings'],
  'recording.changed': ['recordings'],
  'recording.erased': ['recordings'],
  'transcript.ready': ['meetingTranscripts'],
};

export function openRecordHappenings(parts: RecordingParts) {
  const { database, statements, feed, deliveries, turns } = parts;

  /** Most sites have no webhook: then nothing else is read. */
  async function isAnybodyTold({ site, event }: Happened): Promise<boolean> {
    for (const resource of TOLD_BY[event.kind] ?? []) {
      if (await statements.anyOf.first({ site: site.id, resource })) return true;
    }
    return false;
  }

  /** Those that may hear of it: of the whole site, and of whose it is. */
  async function hearing(site: number, happening: Happening): Promise<Webhook[]> {
    const { hosts, facts } = happening;
    const asked = heard(site, happening, heardOn(facts));
    const found = [...(await statements.orgHearing.all(asked))];
    for (const account of new Set(hosts)) {
      found.push(...(await statements.accountHearing.all({ ...asked, account })));
    }
    return found.sort((one, other) => one.id - other.id).map(webhookOf);
  }

  async function toldOf(happened: Happened): Promise<Told[]> {
    if (!(await isAnybodyTold(happened))) return [];
    const told: Told[] = [];
    const standing = rememberedStandings(parts.standing);
    for (const happening of await (await parts.presenter()).happenings(happened)) {
      const webhooks = await hearing(happened.site.id, happening);
      const asking = webhooks.filter((webhook) => asksFor(webhook, happening));
      for (const [account, own] of Map.groupBy(asking, (webhook) => webhook.account)) {
        const hears: Webhook[] = [];
        for (const webhook of own) {
          if (parts.hears(webhook, await standing(webhook), happening)) hears.push(webhook);
        }
        if (hears.length > 0) told.push({ account, happening, webhooks: hears });
      }
    }
    return told;
  }

  async function write(tx: Executor, { site, at }: Happened, messages: readonly Told[]): Promise<void> {
    const { message, eventId } = await parts.presenter();
    await feed.begin.run({ site: site.id }, tx);
    for (const { account, happening, webhooks } of messages) {
      const { resource, event, data } = happening;
      const number = (await feed.countOn.first({ site: site.id }, tx))?.last;
      if (number === undefined) throw new Error('the feed of a site is not there');
      const row = { site: site.id, account, resource, event, happened_at: at };
      await feed.add.run({ ...row, number, data: JSON.stringify(data) }, tx);
      for (const audience of audiencesOf(webhooks)) {
        await feed.addAudience.run({ ...audience, site: site.id, number, account }, tx);
      }
      const id = eventId(site.id, number);
      for (const webhook of webhooks) {
        // It may have been switched off, switched on or removed since it was read.
        const now = await turns.isTold.first({ id: webhook.id, at }, tx);
        if (!now) continue;
        await deliveries.insert.run(
          {
            site: site.id,
            webhook: webhook.id,
            // One and the same event for each of an account's webhooks: each is a message of its own.
            message: `${id}_${webhook.id}`,
            resource,
            event,
            state: now.status === 'active' ? 'WAITING' : 'HELD',
            not_before: at,
            created_at: at,
            event_number: number,
            body: JSON.stringify(message(webhook, happening)),
          },
          tx,
        );
      }
    }
    database.afterCommit(tx, parts.wake);
  }

  return async (happened: Happened): Promise<Write | undefined> => {
    const told = await toldOf(happened);
    return told.length === 0 ? undefined : (tx) => write(tx, happened, told);
  };
}

/** One for each integration by which they were made, and one for what a person has made by themselves. */
function audiencesOf(
  webhooks: readonly Webhook[],
): Pick<AudienceRow, 'integration' | 'as_creator' | 'as_org'>[] {
  const made = Map.groupBy(webhooks, ({ integration }) => integration ?? 0);
  return [...made].map(([integration, own]) => ({
    integration,
    as_creator: own.some(({ ownedBy }) => ownedBy === 'creator') ? 1 : 0,
    as_org: own.some(({ ownedBy }) => ownedBy === 'org') ? 1 : 0,
  }));
}
