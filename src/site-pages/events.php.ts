/**
 * events.php: what happens in a meeting, as server-sent events. `FOR=start` is for whoever waits for it to begin,
 * `FOR=unlock` for whoever waits for it to be unlocked, `FOR=room` for whoever is in it or waits to be let in. That
 * stream keeps the stay of whoever waits alive; whoever is in answers its signs of life (signal.php): what is written
 * into a way that is cut without a word seems to be taken for many minutes.
 */
import type { FastifyReply } from 'fastify';
import type { EventStream, EventStreams } from '../browser/event-stream.ts';
import { byNumber } from '../browser/meetings/by-number.ts';
import { type OwnStay, ownStay } from '../browser/meetings/own-stay.ts';
import { isToldBeside, LED } from '../browser/meetings/shown-beside.ts';
import { checkMayLook, findMeeting } from '../browser/meetings/visited-meeting.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { key, text, word } from '../browser/parameters/parameter.ts';
import type { PageCall } from '../browser/site-page.ts';
import type { Stay } from '../live/live.ts';
import { readsMessage } from '../policies/chat.ts';
import { knowsNames } from '../policies/room.ts';
import { chatLine } from './room/chat-line.ts';
import { recordingSeen } from './room/recording-seen.ts';
import { photosIn, roomState } from './room/room-state.ts';
import { StreamCursor } from './stream-cursor.ts';

export const EVENTS = {
  MK: key('the meeting'),
  FOR: word('what is waited for', ['START', 'UNLOCK', 'ROOM']),
  PAGE: key('which page of a room listens, as that page was told'),
  ...LED,
  LAST: text('the last event that it had, when it listens again'),
};

export function eventsPhp(streams: EventStreams): (call: PageCall) => Promise<FastifyReply> {
  return async (call) => {
    // A stream has no head of its own to tell.
    if (call.request.method === 'HEAD') return call.reply.send();
    const parameters = parametersOf(call.request, EVENTS);
    const { MK: sessionKey, FOR, PAGE, LAST } = parameters;
    if (streams.isFull) return call.reply.code(503).header('Retry-After', '30').send();
    if (FOR === 'START' || FOR === 'UNLOCK') {
      // What is not there must not be told from what strangers may not know.
      await checkMayLook(call);
      // Nobody is kept waiting for what is not there.
      const meeting =
        sessionKey === undefined
          ? undefined
          : await byNumber(call, {
              look: () => findMeeting(call, sessionKey),
              isTold: (named) => isToldBeside(call, named, { LED: parameters.LED }),
            });
      if (sessionKey === undefined || !meeting) return call.reply.code(404).send();
      const look = FOR === 'START' ? started : unlocked;
      return follow(call, sessionKey, streams.open(call.reply), () => look(call, sessionKey));
    }
    const own = sessionKey === undefined ? undefined : await ownStay(call, sessionKey);
    // Whose place is gone, or never was, is in no meeting: a page that listens again and again would not learn it.
    if (sessionKey === undefined || !own) return gone(streams.open(call.reply), call);
    const { site, context } = call;
    const { presence, renew } = context.live;
    const { token } = own;
    const begun = await presence.beginStream(site, token, PAGE);
    const stream = streams.open(call.reply);
    if (!begun) return follow(call, sessionKey, stream, () => inRoom(call, own, PAGE));
    const report = (error: unknown) => context.log.fault('events', error);
    if (!begun.isIn) stream.onHeartbeat(() => void renew(site, token).catch(() => stream.close()));
    stream.onLost(() => void presence.lost(site, token, begun).catch(report));
    // What the others had with them is gone: their page begins anew with everybody.
    if (begun.wasLost) stream.send('back', {});
    if (begun.isIn) {
      const cursor = new StreamCursor(LAST ?? lastEventOf(call));
      deliverSignals(call, own.stay, stream, cursor);
      deliverChat(call, own, stream, cursor);
    }
    return follow(call, sessionKey, stream, async () => {
      const news = await inRoom(call, own, PAGE);
      if (news?.name !== 'ended' || !begun.isIn) return news;
      // Whoever was given up because nothing was heard of their page comes back when it listens again.
      const stay = await context.live.stay(site, token);
      return stay?.state === 'LEFT' && stay.isAway ? LISTEN_AGAIN : news;
    });
  };
}

function gone(stream: EventStream, { reply }: PageCall): FastifyReply {
  stream.send('ended', {});
  stream.close();
  return reply;
}

/** An event and its data; `last` closes the stream behind it. */
interface News {
  readonly name: string;
  readonly data: unknown;
  readonly last?: boolean;
}

/** The stream ends without a word, and the page listens again. */
const LISTEN_AGAIN = 'listen again';

/** Sends what `look` sees, now and after every change, when it is new. */
async function follow(
  { site, context, reply }: PageCall,
  sessionKey: number,
  stream: EventStream,
  look: () => Promise<News | typeof LISTEN_AGAIN | undefined>,
): Promise<FastifyReply> {
  let told = '';
  let looking: Promise<void> = Promise.resolve();
  const again = () => {
    // One look after the other: the last one sees what is true then.
    looking = looking.then(async () => {
      const news = await look();
      if (!news) return;
      if (news === LISTEN_AGAIN) return stream.close();
      const written = JSON.stringify(news);
      if (written !== told) stream.send(news.name, news.data);
      told = written;
      if (news.last) stream.close();
    });
    looking.catch(() => stream.close());
  };
  const unwatch = context.live.watch(site, sessionKey, again);
  stream.onClose(unwatch);
  again();
  return reply;
}

/** What other browsers of the room say to this one, behind what it has had. */
function deliverSignals(
  { context: { signals } }: PageCall,
  stay: Stay,
  stream: EventStream,
  cursor: StreamCursor,
): void {
  let looking: Promise<void> = signals.read(stay, cursor.signal);
  const look = () => {
    looking = looking.then(async () => {
      for (const { id, from, signal } of await signals.after(stay, cursor.signal)) {
        cursor.signal = id;
        stream.send('signal', { from, signal }, String(cursor));
      }
    });
    looking.catch(() => stream.close());
  };
  stream.onClose(signals.listen(stay, look));
  look();
}

/** What is said in the chat for this person to read, behind what their page has had. */
function deliverChat(
  call: PageCall,
  { stay, token }: OwnStay,
  stream: EventStream,
  cursor: StreamCursor,
): void {
  const { context, site } = call;
  const { chat, live } = context;
  let looking: Promise<void> = Promise.resolve();
  const look = () => {
    looking = looking.then(async () => {
      for (;;) {
        const messages = await chat.after(stay, cursor.chat);
        const last = messages.at(-1);
        if (!last) return;
        // Looked at afterwards: whoever was put out in the meantime reads nothing that was said since.
        const reader = await live.stay(site, token);
        if (reader?.state !== 'IN' || reader.id !== stay.id) return;
        const isNamed = knowsNames((await findMeeting(call, stay.sessionKey))?.session, reader);
        for (const message of messages) {
          cursor.chat = message.id;
          if (!readsMessage(message, reader)) continue;
          stream.send('chat', chatLine(message, reader, isNamed), String(cursor));
        }
      }
    });
    looking.catch(() => stream.close());
  };
  stream.onClose(chat.listen(stay.run, look));
  look();
}

/** What a browser says that mends its stream by itself. */
function lastEventOf({ request }: PageCall): string {
  return String(request.headers['last-event-id'] ?? '');
}

async function started({ context, site }: PageCall, sessionKey: number): Promise<News | undefined> {
  const running = await context.live.running(site, sessionKey);
  return running && { name: 'go', data: {}, last: true };
}

/** What is over is locked no more: whoever waits learns that by going on. */
async function unlocked({ context, site }: PageCall, sessionKey: number): Promise<News | undefined> {
  const running = await context.live.running(site, sessionKey);
  return running?.isLocked ? undefined : { name: 'go', data: {}, last: true };
}

/**
 * `go` for somebody who waited, when that is over; `room` for somebody inside, `ended` when they are no longer, and
 * `elsewhere` when a later page of the same browser shows the room.
 * @param page the number of the page that listens
 */
async function inRoom(call: PageCall, own: OwnStay, page: number | undefined): Promise<News | undefined> {
  const { context, site } = call;
  const stay = await context.live.stay(site, own.token);
  if (stay?.state === 'WAITING') return undefined;
  // A page at the door has no number; it may begin to listen when its wait is over already.
  if (stay && page === undefined) return { name: 'go', data: {}, last: true };
  const state = stay?.state === 'IN' ? await context.live.state(site, stay.sessionKey) : undefined;
  const meeting = state && (await findMeeting(call, state.sessionKey));
  if (!stay || !meeting) return { name: 'ended', data: {}, last: true };
  if (page !== undefined && page < stay.page) return { name: 'elsewhere', data: {}, last: true };
  const data = {
    ...roomState(site, meeting.session, state, stay, await photosIn(call, state)),
    ...(await recordingSeen(call, meeting, state.run, stay)),
  };
  return { name: 'room', data };
}
