/** What happened, in the words of this interface, for webhooks: without secrets, and for nobody in particular. */
import type { Context } from '../../context.ts';
import type { Happened } from '../../events.ts';
import type { Usage } from '../../history/usage.ts';
import { changedOccurrence } from '../../sessions/changed-occurrence.ts';
import type { Occurrence } from '../../sessions/occurrence-list.ts';
import { STRANGER } from '../../sessions/relation.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { RunEvent } from '../../sessions/session-events.ts';
import type { Happening, Presenter } from '../../webhooks/presenter.ts';
import type { Resource, Webhook } from '../../webhooks/webhook.ts';
import { idsOf } from '../ids.ts';
import { instanceValue } from '../meetings/present-instance.ts';
import {
  type Audience,
  nextIndexOf,
  presentMeeting,
  presentOccurrence,
} from '../meetings/present-meeting.ts';
import { presentAttendance } from '../participants/present-participant.ts';
import { newsOfRecording } from '../recordings/recording-news.ts';
import { newsOfTranscript } from '../transcripts/transcript-news.ts';
import { UTC } from '../zone-header.ts';
import { presentWebhook } from './found-webhook.ts';

/** The kinds of things that can be told of a meeting, by what happened to its session. */
const OF_SESSIONS = {
  'session.scheduled': 'created',
  'session.changed': 'updated',
  'session.cancelled': 'deleted',
  'session.deleted': 'deleted',
} as const;

const OF_RECORDINGS = {
  'recording.ready': 'created',
  'recording.changed': 'updated',
  'recording.erased': 'deleted',
} as const;

export function webhookPresenter(app: Context): Presenter {
  const ids = idsOf(app);

  function audience(site: Happened['site']): Audience {
    return { app, ids, site, origin: app.links.publicUrl(), zone: UTC };
  }

  async function happenings({ site, event }: Happened): Promise<readonly Happening[]> {
    const to = audience(site);
    switch (event.kind) {
      case 'session.scheduled': {
        const session = event.session ?? (await sessionOf(to, event.sessionKey));
        return session ? [await ofMeeting(to, session, OF_SESSIONS[event.kind])] : [];
      }
      case 'session.changed': {
        const session = await sessionOf(to, event.sessionKey);
        if (!session) return [];
        const one = changedOccurrence(event.before, session);
        const told = [await ofMeeting(to, session, OF_SESSIONS[event.kind])];
        // Whoever waits for the series hears of it, and whoever looks for what has changed sees which day it is.
        return one
          ? [...told, await ofMeeting(to, session, one.at === undefined ? 'deleted' : 'updated', one)]
          : told;
      }
      case 'session.cancelled':
      case 'session.deleted':
        return event.session ? [await ofMeeting(to, event.session, OF_SESSIONS[event.kind])] : [];
      case 'session.started':
      case 'session.ended':
        return ofRun(to, event);
      case 'participant.joined':
      case 'participant.left': {
        const usage = await usageOf(to, event.sessionKey, event.run);
        if (!usage) return [];
        const stays = event.kind === 'participant.joined' ? 'joined' : 'left';
        return ofParticipants(to, usage, stays, ({ id }) => id === event.participant.id);
      }
      case 'recording.ready':
      case 'recording.changed':
      case 'recording.erased':
        return ofRecording(to, event.recording, OF_RECORDINGS[event.kind]);
      case 'transcript.ready': {
        const news = await newsOfTranscript(to, event.transcript);
        return news ? [happening('meetingTranscripts', 'created', news.data, [news.host])] : [];
      }
      default:
        return [];
    }
  }

  async function ofMeeting(
    to: Audience,
    session: SessionWithDocument,
    event: string,
    occurrence?: Occurrence,
  ): Promise<Happening> {
    const host = await app.accounts.findById(session.host);
    const meeting = { session, host, relation: STRANGER };
    const data = occurrence
      ? presentOccurrence(
          to,
          { ...meeting, nextIndex: nextIndexOf(session, undefined, app.clock.now()) },
          occurrence,
        )
      : presentMeeting(to, meeting);
    const hosts = [session.host, session.creator];
    return happening('meetings', event, data, hosts);
  }

  async function ofRun(
    to: Audience,
    event: RunEvent & { readonly sessionKey: number },
  ): Promise<readonly Happening[]> {
    const usage = await usageOf(to, event.sessionKey, event.run);
    if (!usage) return [];
    const session = await sessionOf(to, event.sessionKey);
    const hosts = hostsOf(usage, session);
    if (event.kind === 'session.started') {
      // It may have ended by the time that this is told.
      const data = instanceValue(to, { ...usage, endedAt: null }, session);
      return [happening('meetings', 'started', data, hosts)];
    }
    const ended = happening('meetings', 'ended', instanceValue(to, usage, session), hosts);
    // Whoever is in when a meeting ends leaves with it.
    const left = await ofParticipants(
      to,
      usage,
      'left',
      ({ leftAt, endReason }) => leftAt === event.endedAt && endReason === 'ENDED',
    );
    return [...left, ended];
  }

  async function ofParticipants(
    to: Audience,
    usage: Usage,
    event: 'joined' | 'left',
    isMeant: (attendance: Awaited<ReturnType<typeof app.history.attendancesOf>>[number]) => boolean,
  ): Promise<readonly Happening[]> {
    const hosts = hostsOf(usage, await sessionOf(to, usage.sessionKey));
    const attendances = (await app.history.attendancesOf(usage)).filter(isMeant);
    return attendances.map((attendance) => {
      const told = presentAttendance(to, usage, attendance);
      const data =
        event === 'joined' ? { ...told, state: 'joined', leftTime: undefined, devices: undefined } : told;
      return happening('meetingParticipants', event, data, hosts, attendance.account ?? undefined, {
        hostPersonId: ids.person({ site: to.site.id, id: usage.host.id }),
      });
    });
  }

  async function ofRecording(to: Audience, recordID: number, event: string): Promise<readonly Happening[]> {
    const data = await newsOfRecording(to, recordID);
    if (!data) return [];
    const host = ids.numberOfSpark('person', to.site.id, data.hostUserId);
    return host === undefined ? [] : [happening('recordings', event, data, [host])];
  }

  async function sessionOf({ site }: Audience, sessionKey: number): Promise<SessionWithDocument | undefined> {
    const session = await app.sessions.find(site, sessionKey);
    return session && app.sessions.withDocument(session);
  }

  async function usageOf({ site }: Audience, sessionKey: number, run: number): Promise<Usage | undefined> {
    return (await app.history.usagesOf(site, sessionKey)).find(({ id }) => id === run);
  }

  function messageOf(webhook: Webhook, more: object): object {
    const site = { id: webhook.site } as Happened['site'];
    return { ...presentWebhook({ ids, site }, webhook), ...more };
  }

  return {
    happenings,
    eventId: (site, number) => ids.hex('event', site, number),

    message(webhook, { resource, event, actor, hosts }) {
      const [host] = hosts;
      const who = actor ?? host;
      return messageOf(webhook, {
        resource,
        event,
        actorId: who === undefined ? undefined : ids.person({ site: webhook.site, id: who }),
      });
    },

    ping: (webhook) =>
      messageOf(webhook, { event: 'ping', data: { id: ids.spark('webhook', webhook.site, webhook.id) } }),
  };
}

function hostsOf(usage: Usage, session: SessionWithDocument | undefined): number[] {
  const others = session ? [session.host, session.creator] : [];
  return [...new Set([usage.host.id, ...others])];
}

/** @param more facts that filters may name, beside the members of the thing */
function happening(
  resource: Resource,
  event: string,
  data: object,
  hosts: readonly number[],
  actor?: number,
  more: Readonly<Record<string, string>> = {},
): Happening {
  const texts = Object.entries(data).filter((one): one is [string, string] => typeof one[1] === 'string');
  return { resource, event, data, hosts, actor, facts: { ...Object.fromEntries(texts), ...more } };
}
