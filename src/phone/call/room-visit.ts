/** A caller in a room, or at its door: their stay is kept, their voice goes in and the others' come out. */
import type { Context } from '../../context.ts';
import { LEASE, type LiveState, type Sends, type Stay } from '../../live/live.ts';
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

/** Milliseconds until a lost room is tried again. */
const BETWEEN_TRIES = 1_000;

export type VisitEnd = 'removed' | 'refused' | 'ended';

export class RoomVisit {
  readonly #parts: VisitParts;
  readonly #inside = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<VisitEnd>();
  readonly #stops: (() => void)[] = [];
  #sound: VoiceLine | undefined;
  #isAway = false;
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
    for (const stop of this.#stops.splice(0)) stop();
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
    const grant = await context.media.grant({ stay, rights }, { site, sessionKey, id, startedAt, breakouts });
    const { iceServers } = grant;
    if (grant.engine === 'mesh') return { engine: 'mesh', you: stay.publicId, iceServers };
    const nodes = liveKitNodes(context.settings);
    return { engine: 'livekit', nodes, token: grant.token, iceServers };
  }

  /** The engine has lost the room: they come in again, as a browser would, until that succeeds or they are out. */
  #comeAgain(): void {
    if (this.#isAway || this.#isOver) return;
    this.#isAway = true;
    const again = async () => {
      this.#isAway = false;
      const { context, meeting, token } = this.#parts;
      const stay = await context.live.stay(meeting.site, token);
      const state = await context.live.state(meeting.site, meeting.sessionKey);
      if (stay?.state === 'IN' && state && !this.#isOver)
        this.#sound?.join(await this.#ticketFor(stay, state));
    };
    this.#stops.push(
      this.#parts.timers.after(BETWEEN_TRIES, () => void again().catch((error) => this.#failed(error))),
    );
  }

  async #openSound(stay: Stay, state: LiveState): Promise<void> {
    const { voices, meeting, play, lost } = this.#parts;
    const ticket = await this.#ticketFor(stay, state);
    if (this.#isOver) return;
    this.#sound = voices.line({
      ticket,
      send: (to, signal) => this.#post(signal, to),
      away: () => this.#comeAgain(),
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
