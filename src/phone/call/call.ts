/**
 * One call, from the greeting to its end: the caller says where to, and who they are by digits, waits where everybody
 * would wait, and is in the room like everybody else.
 */
import type { Context } from '../../context.ts';
import { SessionNotRunning } from '../../live/live.ts';
import { RegistrationIDInvalid } from '../../policies/admission.ts';
import { type Pressed, WrongHostPin } from '../../policies/telephone.ts';
import { Refusal } from '../../refusal.ts';
import { WrongSessionPassword } from '../../sessions/session.ts';
import type { Prompt, Prompts } from '../audio/prompts.ts';
import type { SoundStream } from '../rtp/sound-stream.ts';
import { every, type Timers } from '../timers.ts';
import type { Voices } from '../voices/voices.ts';
import type { Dialled } from './dialled.ts';
import { Ear } from './ear.ts';
import { type CalledMeeting, type FrontDesk, NoSuchNumber } from './front-desk.ts';
import { CommandReader, type Entry, EntryReader } from './keys.ts';
import type { PhoneCaller } from './phone-caller.ts';
import { RoomVisit } from './room-visit.ts';

export interface CallParts {
  readonly context: Context;
  readonly desk: FrontDesk;
  readonly timers: Timers;
  readonly prompts: Prompts;
  readonly voices: Pick<Voices, 'line'>;
  readonly caller: PhoneCaller;
  readonly dialled: Dialled;
  /** Where the address leads, if it names something. */
  readonly meeting: CalledMeeting | undefined;
  readonly stream: SoundStream;
  /** Ends the call from our side. */
  hangUp(): void;
}

/** How a call went, for the log. */
export type CallOutcome =
  | 'hung up'
  | 'refused'
  | 'too slow'
  | 'too many tries'
  | 'removed'
  | 'ended'
  | 'lost';

/** Milliseconds: for an entry, until a session begins, between two tones of waiting and two looks, without any packet. */
const FOR_ENTRY = 30_000;
const FOR_START = 30 * 60_000;
const BETWEEN_TONES = 5_000;
const BETWEEN_LOOKS = 15_000;
const SILENT = 60_000;
const HELD = 60 * 60_000;

const MOST_TRIES = 3;
const MOST_EARLY = 3;

/** Ends the flow of a call. */
class Over extends Error {
  readonly outcome: CallOutcome;
  constructor(outcome: CallOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

export class Call {
  readonly #parts: CallParts;
  readonly #ear: Ear;
  readonly #entries = new EntryReader();
  readonly #commands = new CommandReader();
  readonly #over = Promise.withResolvers<never>();
  #awaited: ((entry: Entry) => void) | undefined;
  /** What was pressed before it was asked for, by those who know what comes. */
  readonly #early: Entry[] = [];
  #visit: RoomVisit | undefined;
  #tries = 0;
  #stopTicking = () => {};

  constructor(parts: CallParts) {
    this.#parts = parts;
    this.#ear = new Ear(parts.prompts);
    this.#over.promise.catch(() => {});
  }

  /** Leads the caller through it; resolves when the call is over, and everything that belonged to it is gone. */
  async run(): Promise<CallOutcome> {
    const { timers, hangUp } = this.#parts;
    this.#stopTicking = every(timers, 20, () => this.#tick());
    try {
      return await this.#flow();
    } finally {
      this.#stopTicking();
      await this.#visit?.leave();
      hangUp();
    }
  }

  async #flow(): Promise<CallOutcome> {
    try {
      const meeting = this.#parts.meeting ?? (await this.#askNumber());
      const entrance = await this.#askCodes(meeting, {});
      return await this.#visitRoom(meeting, entrance);
    } catch (error) {
      if (error instanceof Over) {
        if (error.outcome === 'too many tries' || error.outcome === 'too slow') await this.#last('refused');
        return error.outcome;
      }
      if (!(error instanceof Refusal)) throw error;
      await this.#last('refused');
      return 'refused';
    }
  }

  /** The caller has pressed a key. */
  pressed(key: string): void {
    if (this.#visit?.isIn) {
      const command = this.#commands.press(key);
      if (command) void this.#visit.command(command);
      return;
    }
    this.#ear.hush();
    const entry = this.#entries.press(key);
    if (!entry) return;
    if (this.#awaited) this.#awaited(entry);
    else if (this.#early.length < MOST_EARLY) this.#early.push(entry);
  }

  /** The other side has hung up, or the sound cannot be carried any more. */
  end(outcome: CallOutcome): void {
    this.#over.reject(new Over(outcome));
    this.#ear.hush();
  }

  #tick(): void {
    const { stream } = this.#parts;
    const said = stream.listen();
    this.#visit?.say(said);
    // What came of the room is taken in any case: it would be late afterwards.
    const room = this.#visit?.listen();
    stream.say(this.#ear.next(room));
    // Without a word a call that nobody is in any more would never end.
    if (stream.quietFor > (stream.isHeld ? HELD : SILENT)) this.end('lost');
  }

  /** Resolves with the work, unless the call is over before. */
  async #or<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#over.promise]);
  }

  /** The last that the caller hears. */
  async #last(prompt: Prompt): Promise<void> {
    await this.#or(this.#ear.play(prompt)).catch(() => {});
  }

  /** @throws Over when nothing is pressed in time */
  async #entry(): Promise<Entry> {
    const early = this.#early.shift();
    if (early) return early;
    const { promise, resolve, reject } = Promise.withResolvers<Entry>();
    this.#awaited = resolve;
    const cancel = this.#parts.timers.after(FOR_ENTRY, () => reject(new Over('too slow')));
    try {
      return await this.#or(promise);
    } finally {
      cancel();
      this.#awaited = undefined;
    }
  }

  /** @throws Over after the third time */
  async #wrong(): Promise<void> {
    this.#tries += 1;
    await this.#or(this.#ear.play('wrong'));
    if (this.#tries >= MOST_TRIES) throw new Over('too many tries');
  }

  async #askNumber(): Promise<CalledMeeting> {
    const { desk, caller, dialled } = this.#parts;
    for (;;) {
      void this.#ear.play('number');
      const { digits } = await this.#entry();
      try {
        return await this.#or(desk.find(dialled.site, caller, digits));
      } catch (error) {
        if (!(error instanceof NoSuchNumber)) throw error;
        await this.#wrong();
      }
    }
  }

  async #askCodes(
    meeting: CalledMeeting,
    shown: Pressed,
  ): Promise<{ readonly isHost: boolean; readonly maySpeak: boolean }> {
    const { desk, caller } = this.#parts;
    let pressed = shown;
    for (;;) {
      try {
        const entrance = await this.#or(desk.judge(meeting, caller, pressed));
        if (!('lacks' in entrance)) return entrance;
        const { lacks } = entrance;
        void this.#ear.play(lacks === 'password' ? 'password' : 'registration');
        const { digits, end } = await this.#entry();
        pressed = end === '*' ? { ...pressed, pin: digits } : { ...pressed, [lacks]: digits };
      } catch (error) {
        pressed = withoutWrong(pressed, error);
        await this.#wrong();
      }
    }
  }

  async #visitRoom(
    meeting: CalledMeeting,
    entrance: { readonly isHost: boolean; readonly maySpeak: boolean },
  ): Promise<CallOutcome> {
    let { isHost, maySpeak } = entrance;
    for (;;) {
      const visit = await this.#enter(meeting, { isHost, maySpeak });
      const came = await this.#whileWaiting(meeting, visit);
      if (came === 'as host') {
        await visit.leave();
        [isHost, maySpeak] = [true, true];
        continue;
      }
      const outcome = came ?? (await this.#or(visit.over));
      await this.#last(outcome);
      return outcome === 'refused' ? 'refused' : outcome;
    }
  }

  /** Comes in, or to the door; waits until the session begins. */
  async #enter(
    meeting: CalledMeeting,
    entrance: { readonly isHost: boolean; readonly maySpeak: boolean },
  ): Promise<RoomVisit> {
    const { context, desk, caller, dialled, timers } = this.#parts;
    let { isHost, maySpeak } = entrance;
    const latest = timers.now() + FOR_START;
    for (;;) {
      try {
        const { stay, token } = await desk.enter(meeting, caller, { isHost, maySpeak, via: dialled.via });
        const visit = new RoomVisit({
          ...this.#parts,
          meeting,
          stay,
          token,
          play: (prompt) => void this.#ear.play(prompt),
          lost: () => this.end('lost'),
        });
        this.#visit = visit;
        visit.begin();
        return visit;
      } catch (error) {
        if (!(error instanceof SessionNotRunning)) throw error;
      }
      if (timers.now() >= latest) throw new Over('too slow');
      const change = changeOf(context, timers, meeting);
      const pin = await this.#pinOr(meeting, change.promise).finally(change.stop);
      if (pin) [isHost, maySpeak] = [true, true];
    }
  }

  /** At the door. @returns 'as host' when the right PIN was pressed there; how it ended if it did; nothing when they are in */
  async #whileWaiting(
    meeting: CalledMeeting,
    visit: RoomVisit,
  ): Promise<'as host' | 'refused' | 'ended' | 'removed' | undefined> {
    const inside = Promise.race([visit.inside.then(() => undefined), visit.over]);
    let ended: 'refused' | 'ended' | 'removed' | undefined;
    const isHost = await this.#pinOr(
      meeting,
      inside.then((outcome) => {
        ended = outcome;
      }),
    );
    return isHost ? 'as host' : ended;
  }

  /** Waits with a tone. @returns true when the PIN of the host was pressed, false when the other thing has happened */
  async #pinOr(meeting: CalledMeeting, other: Promise<unknown>): Promise<boolean> {
    const { timers } = this.#parts;
    let isWaiting = true;
    let cancel = () => {};
    const tone = () => {
      if (!isWaiting) return;
      if (!this.#ear.isPlaying) void this.#ear.play('waiting');
      cancel = timers.after(BETWEEN_TONES, tone);
    };
    // Whoever comes in at once hears no tone.
    cancel = timers.after(BETWEEN_TONES / 10, tone);
    const happened = other.then(() => 'happened' as const);
    try {
      for (;;) {
        const { promise, resolve } = Promise.withResolvers<Entry>();
        this.#awaited = resolve;
        const early = this.#early.shift();
        if (early) resolve(early);
        const what = await this.#or(Promise.race([happened, promise]));
        if (what === 'happened') return false;
        if (what.end !== '*' || what.digits === '') continue;
        try {
          await this.#or(this.#parts.desk.judge(meeting, this.#parts.caller, { pin: what.digits }));
          return true;
        } catch (error) {
          if (!(error instanceof WrongHostPin)) throw error;
          await this.#wrong();
        }
      }
    } finally {
      isWaiting = false;
      cancel();
      this.#awaited = undefined;
    }
  }
}

/** What is left to be tried of what was pressed. @throws the error when nothing that was pressed is wrong */
function withoutWrong(pressed: Pressed, error: unknown): Pressed {
  if (error instanceof WrongHostPin) return { ...pressed, pin: undefined };
  if (error instanceof WrongSessionPassword) return { ...pressed, password: undefined };
  if (error instanceof RegistrationIDInvalid) return { ...pressed, registrationID: undefined };
  throw error;
}

/** Resolves when a session runs, and now and then: people may come before its host from a certain minute on. */
function changeOf({ live }: Context, timers: Timers, { site, sessionKey }: CalledMeeting) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    live.running(site, sessionKey).then(
      (running) => running && resolve(),
      () => resolve(),
    );
  };
  const stops = [live.watch(site, sessionKey, look), timers.after(BETWEEN_LOOKS, resolve)];
  return {
    promise,
    stop() {
      for (const end of stops) end();
    },
  };
}
