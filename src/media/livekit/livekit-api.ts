/**
 * LiveKit's API of rooms: Twirp, which is JSON posted to a name (github.com/livekit/protocol, livekit_room.proto). A
 * node that does not answer is passed over for another of the cluster.
 */
import { type LiveKitNodes, liveKitNodes } from './livekit-nodes.ts';
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

/** The same where the question is whether there is one at all. */
const SHORT = 1_500;

/** A node answers in its own name that the node of a room, or somebody in it, does not; or asks them for ever. */
const UNREACHABLE = new Set(['unavailable', 'deadline_exceeded']);

/** What is asked of somebody's connection, wherever that is. */
const OF_SOMEBODY = new Set(['RemoveParticipant', 'UpdateParticipant', 'MutePublishedTrack']);

export type LiveKitApi = ReturnType<typeof liveKitApi>;

/** @param nodes those of the settings, where nobody else watches them */
export function liveKitApi(
  { nodes: addresses }: Pick<LiveKitSettings, 'nodes'>,
  tokens: Tokens,
  now: () => number,
  nodes: LiveKitNodes = liveKitNodes(addresses, now),
) {
  async function call(
    method: string,
    grant: Readonly<Record<string, unknown>>,
    body: Readonly<Record<string, unknown>>,
    patience = PATIENCE,
  ): Promise<Answer> {
    const token = await tokens.call(grant);
    for (const node of nodes.inTurn()) {
      const answer = await ask(node, method, token, body, patience);
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
    patience: number,
  ): Promise<Answer | undefined> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${node}/twirp/livekit.RoomService/${method}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      text = await response.text();
    } catch (error) {
      // It waits for another node, which is none of its fault.
      if (OF_SOMEBODY.has(method) && isTimeout(error))
        throw new LiveKitRefused(method, 504, 'deadline_exceeded');
      nodes.failed(node);
      return undefined;
    }
    const answer = objectIn(text);
    // Whatever stands before a node that is gone says so; a node of its own says which of its errors it is.
    if ([502, 503, 504].includes(response.status) && answer?.code === undefined) {
      nodes.failed(node);
      return undefined;
    }
    nodes.answered(node);
    if (!response.ok || !answer) {
      throw new LiveKitRefused(method, response.status, textOf(answer?.code).slice(0, 40));
    }
    return answer;
  }

  const admin = (room: string) => ({ room, roomAdmin: true });

  async function create(room: string, patience?: number): Promise<void> {
    // Ours to end: an empty room waits for people who come again.
    const body = { name: room, empty_timeout: 3600, departure_timeout: 3600 };
    await call('CreateRoom', { roomCreate: true }, body, patience);
  }

  return {
    nodes,

    /** Makes a room; one that is there stays as it is. */
    create: (room: string) => create(room),

    /** Whether the node that a room is at answers; a room that is nowhere is made. */
    holds: (room: string): Promise<boolean> =>
      create(room, SHORT).then(
        () => true,
        () => false,
      ),

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

    /**
     * @returns whether they are gone. Whoever is listed and cannot be reached was at a node that has died: nobody hears
     *   of them any more, and LiveKit lists them until the room ends
     */
    async remove(room: string, identity: string): Promise<boolean> {
      try {
        await unlessMissing(call('RemoveParticipant', admin(room), { room, identity }));
        return true;
      } catch (error) {
        if (!(error instanceof LiveKitRefused && UNREACHABLE.has(error.code))) throw error;
        return false;
      }
    },

    async end(room: string): Promise<void> {
      await unlessMissing(call('DeleteRoom', { roomCreate: true }, { room }));
    },
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
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
