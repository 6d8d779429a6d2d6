/** What is done in a room, and who may do it: a row for each word of DO. */
import { ROOM_DEEDS, type RoomDeed } from '../../browser/pages/room-page.ts';
import type { Live, Stay } from '../../live/live.ts';
import { runsRoom } from '../../policies/room.ts';
import type { Site } from '../../sites/site.ts';

/** Who does it, where, and to whom. */
export interface DeedCall {
  readonly live: Live;
  readonly site: Site;
  readonly sessionKey: number;
  /** What the doer's browser shows for their stay. */
  readonly token: string;
  /** The publicId of the person that it is done to. */
  readonly person: string;
}

interface Deed {
  readonly may: (stay: Stay) => boolean;
  readonly run: (call: DeedCall) => Promise<unknown>;
  /** The doer's stay is over after it, in this way. */
  readonly ends?: 'left' | 'ended';
}

const DEEDS: Readonly<Record<RoomDeed, Deed>> = {
  LEAVE: { may: () => true, run: ({ live, site, token }) => live.leave(site, token), ends: 'left' },
  END: { may: runsRoom, run: ({ live, site, sessionKey }) => live.end(site, sessionKey), ends: 'ended' },
  LOCK: { may: runsRoom, run: ({ live, site, sessionKey }) => live.lock(site, sessionKey, true) },
  UNLOCK: { may: runsRoom, run: ({ live, site, sessionKey }) => live.lock(site, sessionKey, false) },
  ADMIT: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person }) => live.admit(site, sessionKey, person),
  },
  REFUSE: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person }) => live.refuse(site, sessionKey, person),
  },
  EXPEL: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person }) => live.expel(site, sessionKey, person),
  },
  MUTE: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person }) => live.silence(site, sessionKey, person, ['microphone']),
  },
  MUTEALL: {
    may: runsRoom,
    run: ({ live, site, sessionKey }) => live.silenceGuests(site, sessionKey, ['microphone']),
  },
  HIDE: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person }) => live.silence(site, sessionKey, person, ['camera']),
  },
  UNSHARE: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person }) => live.silence(site, sessionKey, person, ['screen']),
  },
};

export function deedOf(word: string): Deed | undefined {
  const name = ROOM_DEEDS.find((one) => one === word);
  return name && DEEDS[name];
}

/** What somebody may do now. */
export function deedsFor(stay: Stay): readonly RoomDeed[] {
  return ROOM_DEEDS.filter((name) => DEEDS[name].may(stay));
}
