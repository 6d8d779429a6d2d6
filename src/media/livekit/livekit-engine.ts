/** LiveKit: its servers carry sound and picture, for those who outgrow one machine. */
import type { Clock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { MediaEngine, MediaRun, Occupant } from '../engine.ts';
import { iceServersFor } from '../mesh/ice-servers.ts';
import type { LiveKitApi, LiveKitParticipant } from './livekit-api.ts';
import {
  identityOf,
  isRecorder,
  isSameRun,
  personOf,
  recorderIdentity,
  roomNameIn,
  roomNameOf,
} from './livekit-names.ts';
import type { LiveKitSettings } from './livekit-settings.ts';
import { SOURCES, sourcesOf, type Tokens } from './livekit-tokens.ts';

export interface LiveKitParts {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly liveKit: LiveKitSettings;
  readonly api: LiveKitApi;
  readonly tokens: Tokens;
  /** Where signalling passes through, from the root of our own origin. */
  readonly path: () => string;
  /** Whether the parts are there with which the server records. */
  readonly records: boolean;
}

/** People who may show their picture at once: as many as a room shows. */
const PICTURES = 49;

/** Milliseconds after which somebody who cannot be reached is put out once more: each time takes seconds. */
const UNTIL_AGAIN = 30_000;

export interface LiveKitEngine extends MediaEngine {
  /** LiveKit has said that something happened in a room. */
  hear(room: string): void;
  /** One of its nodes answers no more. */
  leaveDead(): Promise<void>;
}

export function openLiveKit({
  settings,
  clock,
  liveKit,
  api,
  tokens,
  path,
  records,
}: LiveKitParts): LiveKitEngine {
  const { prefix } = liveKit;
  const listeners = new Set<(sessionKey: number) => void>();
  /** Who is in a room by this process, without a browser. */
  const inRooms = new Map<() => void, string>();

  /** When those who are listed and cannot be reached are put out once more, by identity. */
  const unreachable = new Map<string, number>();

  const medium = Object.entries(SOURCES);

  async function putOut(room: string, identity: string): Promise<void> {
    const now = clock.now();
    for (const [other, at] of unreachable) if (at <= now) unreachable.delete(other);
    if (unreachable.has(identity)) return;
    if (!(await api.remove(room, identity))) unreachable.set(identity, clock.now() + UNTIL_AGAIN);
  }

  /** Those of one person are in the order of their grants. */
  async function holdTo(room: string, here: LiveKitParticipant, admitted: Occupant): Promise<void> {
    const { rights, stay } = admitted;
    const sources = sourcesOf(rights);
    const has = here.canPublish ? here.sources : [];
    if (here.canPublish !== sources.length > 0 || has.join() !== sources.join()) {
      await api.permit(room, here.identity, sources);
    }
    for (const { sid, source, muted } of here.tracks) {
      const [name] = medium.find(([, word]) => word === source) ?? [];
      const isSent =
        name === 'microphone' || name === 'camera' || name === 'screen' ? stay.sends[name] : false;
      if (!isSent && !muted) await api.mute(room, here.identity, sid);
    }
  }

  /** Of everybody in a room, those who are to be there send what they may, and the others are put out. */
  async function holdRoomTo(
    room: string,
    there: readonly LiveKitParticipant[],
    people: readonly Occupant[],
  ): Promise<void> {
    const byPerson = new Map(people.map((one) => [one.stay.publicId, one]));
    const newest = new Map<string, string>();
    for (const { identity } of there) {
      const person = personOf(identity);
      if (identity > (newest.get(person) ?? '')) newest.set(person, identity);
    }
    // What fails with one keeps nobody from holding the next to it.
    const done = await Promise.allSettled(
      there.map((here) => {
        if (isRecorder(here.identity)) return undefined;
        const person = personOf(here.identity);
        const admitted = byPerson.get(person);
        if (admitted && newest.get(person) === here.identity) return holdTo(room, here, admitted);
        return putOut(room, here.identity);
      }),
    );
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  }

  return {
    name: 'livekit',
    can: {
      pictures: PICTURES,
      serverMute: true,
      recording: records ? 'server' : 'browser',
      dialIn: settings.sip !== '',
    },

    ...(records && {
      async recorderGrant(run: MediaRun) {
        const room = roomNameOf(prefix, run);
        await api.create(room);
        const token = await tokens.record(room, recorderIdentity(clock.now()));
        return { url: api.nodes.inTurn()[0] ?? '', token };
      },
    }),

    async grant({ stay, rights }, run) {
      const room = roomNameOf(prefix, { ...run, breakout: stay.breakout });
      // Whatever is wrong, the steward meets it too and tells of it; the page asks again for as long as it has no sound.
      await api.create(room).catch(() => {});
      const token = await tokens.join(room, identityOf(stay.publicId, clock.now()), rights);
      const iceServers = iceServersFor(settings, clock, stay);
      return { engine: 'livekit', path: path(), token, iceServers };
    },

    async settle(run, peopleNow) {
      const rooms = await Promise.all(
        Array.from({ length: run.breakouts + 1 }, async (_, breakout) => {
          const room = roomNameOf(prefix, { ...run, breakout });
          return { room, breakout, there: await api.participants(room) };
        }),
      );
      for (const { room, breakout, there } of rooms) if (!there && breakout === 0) await api.create(room);
      const people = await peopleNow();
      if (!people) return;
      const done = await Promise.allSettled(
        rooms.map(({ room, breakout, there }) =>
          holdRoomTo(
            room,
            there ?? [],
            people.filter(({ stay }) => stay.breakout === breakout),
          ),
        ),
      );
      for (const one of done) if (one.status === 'rejected') throw one.reason;
    },

    async endOthers(running) {
      // The rooms first: what is there now and does not run a moment later has ended.
      const rooms = await api.rooms();
      const runs = await running();
      for (const room of rooms) {
        const name = roomNameIn(prefix, room);
        if (!name) continue;
        const run = runs.find((one) => isSameRun(name, one));
        if (!run || (name.breakout ?? 0) > run.breakouts) await api.end(room);
      }
    },

    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    onDeath(run, breakout, listener) {
      // Each is its own, though the function be the same.
      const one = () => listener();
      inRooms.set(one, roomNameOf(prefix, { ...run, breakout }));
      return () => inRooms.delete(one);
    },

    async leaveDead() {
      for (const room of new Set(inRooms.values())) {
        if (await api.holds(room)) continue;
        for (const [lost, its] of inRooms) if (its === room) lost();
      }
    },

    hear(room) {
      const name = roomNameIn(prefix, room);
      if (name) for (const listener of listeners) listener(name.sessionKey);
    },
  };
}
