/**
 * LiveKit's API of rooms: Twirp, which is JSON posted to a name (github.com/livekit/protocol, livekit_room.proto). A
 * node that does not answer is passed over for another of the cluster.
 */
import type { LiveKitSettings } from './livekit-settings.ts';
import type { Tokens } from './livekit-tokens.ts';

/** No node of the cluster answers. */
export class LiveKitAway extends Error {}

/** A node has answered no. Its own words are not kept: they hold the token. */
export class LiveKitRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(method: string, status: number, code: string) {
    super(`LiveKit refused ${method}: ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

export interface LiveKitTrack {
  readonly sid: string;
  readonly source: string;
  readonly muted: boolean;
}

export interface LiveKitParticipant {
  readonly identity: string;
  /** What they may publish; all of it where nothing stands. */
  readonly sources: readonly string[];
  readonly canPublish: boolean;
  readonly tracks: readonly LiveKitTrack[];
}

/** Milliseconds for an answer. */
const PATIENCE = 3_000;

/** Milliseconds for which a node that did not answer is asked last. */
const REST = 5_000;

export type LiveKitApi = ReturnType<typeof liveKitApi>;

export function liveKitApi({ nodes }: Pick<LiveKitSettings, 'nodes'>, tokens: Tokens, now: () => number) {
  const failedAt = new Map<string, number>();

  /** Those that have answered first. */
  function inTurn(): readonly string[] {
    const rests = (node: string) => now() - (failedAt.get(node) ?? Number.NEGATIVE_INFINITY) < REST;
    return [...nodes.filter((node) => !rests(node)), ...nodes.filter(rests)];
  }

  async function call(
    method: string,
    grant: Readonly<Record<string, unknown>>,
    body: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    const token = await tokens.call(grant);
    for (const node of inTurn()) {
      const answer = await ask(node, method, token, body);
      if (answer) return answer;
    }
    throw new LiveKitAway('no LiveKit server answers');
  }

  /** Nothing when the node does not answer. */
  async function ask(
    node: string,
    method: string,
    token: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<Answer | undefined> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${node}/twirp/livekit.RoomService/${method}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      text = await response.text();
    } catch {
      failedAt.set(node, now());
      return undefined;
    }
    // Whatever stands before a node that is gone says so.
    if ([502, 503, 504].includes(response.status)) {
      failedAt.set(node, now());
      return undefined;
    }
    failedAt.delete(node);
    const answer = objectIn(text);
    if (!response.ok || !answer) {
      throw new LiveKitRefused(method, response.status, textOf(answer?.code).slice(0, 40));
    }
    return answer;
  }

  const admin = (room: string) => ({ room, roomAdmin: true });

  return {
    inTurn,

    /** A node that did not take a connection is asked last for a while. */
    failed(node: string): void {
      failedAt.set(node, now());
    },

    /** Makes a room; one that is there stays as it is. */
    async create(room: string): Promise<void> {
      await call(
        'CreateRoom',
        { roomCreate: true },
        {
          name: room,
          // Ours to end: an empty room waits for people who come again.
          empty_timeout: 3600,
          departure_timeout: 3600,
        },
      );
    },

    /** The names of the rooms that are there. */
    async rooms(): Promise<readonly string[]> {
      const { rooms } = await call('ListRooms', { roomList: true }, {});
      return listOf(rooms).map(({ name }) => textOf(name));
    },

    /** Everybody who is connected; nothing when there is no such room. */
    async participants(room: string): Promise<readonly LiveKitParticipant[] | undefined> {
      const answer = await unlessMissing(call('ListParticipants', admin(room), { room }));
      return answer && listOf(answer.participants).map(participantIn);
    },

    /** Somebody who has gone meanwhile is no error, here and below. */
    async permit(room: string, identity: string, sources: readonly string[]): Promise<void> {
      const permission = {
        can_subscribe: true,
        can_publish: sources.length > 0,
        can_publish_data: false,
        can_publish_sources: sources.map((source) => source.toUpperCase()),
      };
      await unlessMissing(call('UpdateParticipant', admin(room), { room, identity, permission }));
    },

    async mute(room: string, identity: string, track: string): Promise<void> {
      const body = { room, identity, track_sid: track, muted: true };
      await unlessMissing(call('MutePublishedTrack', admin(room), body));
    },

    async remove(room: string, identity: string): Promise<void> {
      await unlessMissing(call('RemoveParticipant', admin(room), { room, identity }));
    },

    async end(room: string): Promise<void> {
      await unlessMissing(call('DeleteRoom', { roomCreate: true }, { room }));
    },
  };
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof LiveKitRefused && error.status === 404) return undefined;
    throw error;
  }
}

type Answer = Readonly<Record<string, unknown>>;

function objectIn(text: string): Answer | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Answer | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

function listOf(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value.map(objectOf).filter((one) => one !== undefined) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function participantIn(value: Answer): LiveKitParticipant {
  const permission = objectOf(value.permission) ?? {};
  const sources = Array.isArray(permission.can_publish_sources) ? permission.can_publish_sources : [];
  return {
    identity: textOf(value.identity),
    canPublish: permission.can_publish === true,
    sources: sources.map((source) => textOf(source).toLowerCase()),
    tracks: listOf(value.tracks).map(({ sid, source, muted }) => ({
      sid: textOf(sid),
      // What is not said is the first of the enumeration.
      source: textOf(source).toLowerCase(),
      muted: muted === true,
    })),
  };
}
