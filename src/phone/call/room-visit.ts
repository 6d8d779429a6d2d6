/** A caller in a room, or at its door: their stay is kept, their voice goes in and the others' come out. */
import type { Context } from '../../context.ts';
import { LEASE, type LiveState, type Sends, type Stay } from '../../live/live.ts';
import type { MediaRun } from '../../media/engine.ts';
import { liveKitNodes } from '../../media/livekit/livekit-settings.ts';
import type { Signal } from '../../media/signal.ts';
import { allowed, mediaRights } from '../../policies/media.ts';
import type { Prompt } from '../audio/prompts.ts';
import { every, type Timers } from '../timers.ts';
import type { Ticket } from '../voices/voice-messages.ts';
import type { VoiceLine, Voices } from '../voices/voices.ts';
import type { CalledMeeting } from './front-desk.ts';

interface VisitParts {
  readonly context: Context;
  readonly timers: Timers;
  readonly voices: Pick<Voices, 'line'>;
  readonly meeting: CalledMeeting;
  readonly stay: Stay;
  readonly token: string;
  play(prompt: Prompt): void;
  /** The sound is gone. */
  lost(): void;
}

/** Milliseconds until a lost room is tried again, and until it is given up: nobody listens to silence for longer. */
const BETWEEN_TRIES = 1_000;
const UNTIL_LOST = 60_000;

export type VisitEnd = 'removed' | 'refused' | 'ended';

export class RoomVisit {
  readonly #parts: VisitParts;
  readonly #inside = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<VisitEnd>();
  readonly #stops: (() => void)[] = [];
  #sound: VoiceLine | undefined;
  /** Since when they are out of the room, while they are; by the timers. */
  #awaySince: number | undefined;
  #isComing = false;
  #unwatchRoom = () => {};
  #isSpeaking = false;
  #hasHand = false;
  #isOver = false;
  /** One look, and one signal, after the other. */
  #looking: Promise<unknown> = Promise.resolve();
  #posting: Promise<unknown> = Promise.resolve();
  #lastSignal = 0;

  constructor(parts: VisitParts) {
    this.#parts = parts;
  }

  /** Resolves when they are in the room; never, when they do not get in. */
  get inside(): Promise<void> {
    return this.#inside.promise;
  }

  /** Resolves when the room has ended their stay. */
  get over(): Promise<VisitEnd> {
    return this.#ended.promise;
  }

  get isIn(): boolean {
    return this.#sound !== undefined;
  }

  begin(): void {
    const { context, timers, meeting, stay, token } = this.#parts;
    const { live, signals } = context;
    const { site, sessionKey } = meeting;
    this.#stops.push(
      live.watch(site, sessionKey, () => this.#look()),
      signals.listen(stay, () => this.#fetch()),
      every(timers, LEASE / 3, () => {
        live.renew(site, token).then(
          () => this.#look(),
          (error) => this.#failed(error),
        );
      }),
    );
  }

  say(samples: Int16Array): void {
    if (this.#isSpeaking) this.#sound?.say(samples);
  }

  listen(): Int16Array | undefined {
    return this.#sound?.listen();
  }

  async command(command: 'mute' | 'hand'): Promise<void> {
    const change = command === 'hand' ? { hand: !this.#hasHand } : { microphone: !this.#isSpeaking };
    await this.#send(change).catch((error) => this.#failed(error));
  }

  /** As far as the session, their role and the rules of the room let them. */
  #send(change: Partial<Sends>): Promise<Sends | undefined> {
    const { context, meeting, token } = this.#parts;
    const { site, session } = meeting;
    return context.live.says(site, token, (_others, own, rules) =>
      allowed(change, mediaRights(site, session, own, rules)),
    );
  }

  /** Ends the stay, and everything that belongs to it. */
  async leave(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const stop of [...this.#stops.splice(0), this.#unwatchRoom]) stop();
    this.#sound?.close();
    const { context, meeting, token } = this.#parts;
    await context.live.leave(meeting.site, token).catch((error) => this.#failed(error));
    await Promise.allSettled([this.#looking, this.#posting]);
  }

  #failed(error: unknown): void {
    this.#parts.context.log.fault('phone', error);
  }

  #look(): void {
    this.#looking = this.#looking.then(() => this.#lookNow()).catch((error) => this.#failed(error));
  }

  async #lookNow(): Promise<void> {
    const { context, meeting, token } = this.#parts;
    const { site, sessionKey } = meeting;
    if (this.#isOver) return;
    const stay = await context.live.stay(site, token);
    if (stay?.state === 'WAITING') return;
    if (stay?.state !== 'IN') {
      this.#ended.resolve(
        stay?.state === 'EXPELLED' ? 'removed' : stay?.state === 'REFUSED' ? 'refused' : 'ended',
      );
      return;
    }
    const state = await context.live.state(site, sessionKey);
    if (!state || this.#isOver) return;
    // What they send at first is no news.
    if (this.#sound) this.#tell(stay);
    else await this.#openSound(stay, state);
    this.#sound?.meet(
      state.people
        .filter(({ publicId, breakout }) => publicId !== stay.publicId && breakout === stay.breakout)
        .map(({ publicId, sends }) => ({ id: publicId, isHeard: sends.microphone })),
      this.#isSpeaking,
    );
  }

  /** What the engine lets them in by. */
  async #ticketFor(
    stay: Stay,
    { run: id, sessionKey, startedAt, breakouts, rules }: LiveState,
  ): Promise<Ticket> {
    const { context, meeting } = this.#parts;
    const { site, session } = meeting;
    const rights = mediaRights(site, session, stay, rules);
    const run = { site, sessionKey, id, startedAt, breakouts };
    const grant = await context.media.grant({ stay, rights }, run);
    this.#watchRoom(run, stay);
    const { iceServers } = grant;
    if (grant.engine === 'mesh') return { engine: 'mesh', you: stay.publicId, iceServers };
    const nodes = liveKitNodes(context.settings);
    return { engine: 'livekit', nodes, token: grant.token, iceServers };
  }

  /** What carries the room may die without a word to those in it. */
  #watchRoom(run: MediaRun, { breakout }: Stay): void {
    this.#unwatchRoom();
    const died = () => this.#comeAgain('a server that carried it has died');
    this.#unwatchRoom = this.#parts.context.media.onDeath?.(run, breakout, died) ?? (() => {});
    if (this.#isOver) this.#unwatchRoom();
  }

  /**
   * The engine has lost the room: they come in again, as a browser would, until that succeeds, or they are out, or it
   * has taken too long. Meanwhile they hear that they wait.
   */
  #comeAgain(why: string): void {
    if (this.#isOver || this.#isComing) return;
    const { context, timers, meeting, token, play, lost } = this.#parts;
    const { site, sessionKey } = meeting;
    context.log.callAway({ site: site.siteName, session: sessionKey, why });
    this.#awaySince ??= timers.now();
    if (timers.now() - this.#awaySince > UNTIL_LOST) {
      lost();
      return;
    }
    play('waiting');
    this.#isComing = true;
    const again = async () => {
      const stay = await context.live.stay(site, token);
      const state = await context.live.state(site, sessionKey);
      if (stay?.state !== 'IN' || !state || this.#isOver) return;
      const ticket = await this.#ticketFor(stay, state);
      if (!this.#isOver) this.#sound?.join(ticket);
    };
    this.#stops.push(
      timers.after(BETWEEN_TRIES, () => {
        this.#isComing = false;
        again().catch((error) => this.#comeAgain(error instanceof Error ? error.message : String(error)));
      }),
    );
  }

  #cameIn(): void {
    if (this.#awaySince !== undefined && !this.#isOver) this.#parts.play('joined');
    this.#awaySince = undefined;
  }

  async #openSound(stay: Stay, state: LiveState): Promise<void> {
    const { voices, meeting, play, lost } = this.#parts;
    const ticket = await this.#ticketFor(stay, state);
    if (this.#isOver) return;
    this.#sound = voices.line({
      ticket,
      send: (to, signal) => this.#post(signal, to),
      here: () => this.#cameIn(),
      away: (why) => this.#comeAgain(why),
      lost,
    });
    play('joined');
    const sends = await this.#send({ microphone: !meeting.session?.document.telephony.muteUponEntry });
    this.#isSpeaking = sends?.microphone ?? false;
    // Those who are there begin anew with this line, as with a page that is loaded.
    if (ticket.engine === 'mesh') this.#post({ kind: 'hello' });
    this.#fetch();
    this.#inside.resolve();
  }

  /** Tells the caller what the room says of them, when it is something new. */
  #tell({ sends }: Stay): void {
    const { play } = this.#parts;
    if (this.#isSpeaking !== sends.microphone) {
      play(sends.microphone ? 'unmuted' : 'muted');
    }
    if (this.#hasHand !== sends.hand) play(sends.hand ? 'hand-up' : 'hand-down');
    this.#isSpeaking = sends.microphone;
    this.#hasHand = sends.hand;
  }

  /** @param to nobody named is everybody */
  #post(signal: Signal, to?: string): void {
    const { context, meeting, stay } = this.#parts;
    const { site, sessionKey } = meeting;
    const post = async () => {
      const state = await context.live.state(site, sessionKey);
      const others = state?.people.filter(
        ({ publicId, breakout }) =>
          publicId !== stay.publicId && (to ?? publicId) === publicId && breakout === stay.breakout,
      );
      if (!others || others.length === 0) return;
      await context.live.inRun(site, sessionKey, (tx) => context.signals.send(tx, stay, others, signal));
    };
    this.#posting = this.#posting.then(post).catch((error) => this.#failed(error));
  }

  #fetch(): void {
    this.#looking = this.#looking.then(() => this.#fetchNow()).catch((error) => this.#failed(error));
  }

  async #fetchNow(): Promise<void> {
    const { context, stay } = this.#parts;
    if (this.#isOver || !this.#sound) return;
    const come = await context.signals.after(stay, this.#lastSignal);
    for (const { id, from, signal } of come) {
      this.#lastSignal = id;
      if (signal.kind !== 'reaction') this.#sound.take(from, signal);
    }
    if (come.length > 0) await context.signals.read(stay, this.#lastSignal);
  }
}
