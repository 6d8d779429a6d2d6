/** What is done in a room, and who may do it: a row for each word of DO. */
import { ROOM_DEEDS, type RoomDeed } from '../../browser/pages/room-page.ts';
import { type Doer, type Fitting, type GivenRole, type Live, RULES, type Stay } from '../../live/live.ts';
import { breakoutPlan, checkPuts } from '../../policies/breakouts.ts';
import {
  checkAppoints,
  checkExpels,
  checkHandsOver,
  type JudgeOfTarget,
  leadsRoom,
  mayTakeBack,
  runsRoom,
} from '../../policies/room.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';

/** Who does it, where, and to whom. */
export interface DeedCall {
  readonly live: Live;
  readonly site: Site;
  readonly sessionKey: number;
  /** Nothing of a personal room. */
  readonly session: SessionWithDocument | undefined;
  /** Who does it. */
  readonly stay: Stay;
  /** What the doer's browser shows for their stay. */
  readonly token: string;
  /** The publicId of the person that it is done to. */
  readonly person: string;
  /** The rule that is allowed or forbidden. */
  readonly rule: string;
  /** The breakout room that somebody is put into. */
  readonly breakout: number | undefined;
  /** What people may go on sending when their rights have changed. */
  readonly fits: Fitting;
}

/** The call with the doer as they are judged again inside the write. */
interface JudgedCall extends DeedCall {
  readonly by: Doer;
}

interface Deed {
  readonly may: (stay: Stay, session: SessionWithDocument | undefined) => boolean;
  /** Whom it may be done to, where not to everybody. */
  readonly judge?: JudgeOfTarget;
  readonly run: (call: JudgedCall) => Promise<unknown>;
  /** The doer's stay is over after it, in this way. */
  readonly ends?: 'left' | 'ended';
}

const DEEDS: Readonly<Record<RoomDeed, Deed>> = {
  LEAVE: { may: () => true, run: ({ live, site, token }) => live.leave(site, token), ends: 'left' },
  END: {
    may: runsRoom,
    run: ({ live, site, sessionKey, by }) => live.end(site, sessionKey, by),
    ends: 'ended',
  },
  LOCK: {
    may: runsRoom,
    run: ({ live, site, sessionKey, by }) => live.lock(site, sessionKey, true, by),
  },
  UNLOCK: {
    may: runsRoom,
    run: ({ live, site, sessionKey, by }) => live.lock(site, sessionKey, false, by),
  },
  ADMIT: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person, by }) => live.admit(site, sessionKey, person, by),
  },
  ADMITALL: {
    may: runsRoom,
    run: ({ live, site, sessionKey, by }) => live.admitAll(site, sessionKey, by),
  },
  REFUSE: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person, by }) => live.refuse(site, sessionKey, person, by),
  },
  EXPEL: {
    may: runsRoom,
    judge: checkExpels,
    run: ({ live, site, sessionKey, person, by }) => live.expel(site, sessionKey, person, by),
  },
  FORGIVE: {
    may: runsRoom,
    run: ({ live, site, sessionKey, person, by }) => live.forgive(site, sessionKey, person, by),
  },
  MUTE: silencing('microphone'),
  MUTEALL: {
    may: runsRoom,
    run: ({ live, site, sessionKey, by }) => live.silenceGuests(site, sessionKey, ['microphone'], by),
  },
  HIDE: silencing('camera'),
  UNSHARE: silencing('screen'),
  ALLOW: ruling(true),
  FORBID: ruling(false),
  COHOST: appointing('COHOST'),
  PRESENTER: appointing('PRESENTER'),
  PANELIST: appointing('PANELIST'),
  ATTENDEE: appointing('ATTENDEE'),
  HANDOVER: {
    may: leadsRoom,
    judge: checkHandsOver,
    run: ({ live, site, sessionKey, person, fits, by }) =>
      live.handOver(site, sessionKey, person, { fits, by }),
  },
  TAKEBACK: {
    may: mayTakeBack,
    run: ({ live, site, sessionKey, stay, fits, by }) =>
      live.handOver(site, sessionKey, stay.publicId, { fits, by }),
  },
  OPENBREAKOUTS: {
    may: runsBreakouts,
    async run({ live, site, sessionKey, session, by }) {
      const plan = breakoutPlan(session);
      if (plan) await live.breakouts.open(site, sessionKey, plan, by);
    },
  },
  CLOSEBREAKOUTS: {
    may: runsBreakouts,
    run: ({ live, site, sessionKey, by }) => live.breakouts.close(site, sessionKey, by),
  },
  BREAKOUT: {
    may: runsBreakouts,
    judge: checkPuts,
    async run({ live, site, sessionKey, person, breakout, by }) {
      if (breakout === undefined) throw new RuleBroken('BREAKOUT', 'is missing');
      await live.breakouts.put(site, sessionKey, person, { breakout, by });
    },
  },
};

function runsBreakouts(stay: Stay, session: SessionWithDocument | undefined): boolean {
  return runsRoom(stay) && breakoutPlan(session) !== undefined;
}

function silencing(medium: 'microphone' | 'camera' | 'screen'): Deed {
  return {
    may: runsRoom,
    run: ({ live, site, sessionKey, person, by }) => live.silence(site, sessionKey, person, [medium], by),
  };
}

function ruling(isAllowed: boolean): Deed {
  return {
    may: runsRoom,
    async run({ live, site, sessionKey, rule: word, fits, by }) {
      const rule = RULES.find((one) => one.toUpperCase() === word.toUpperCase());
      if (!rule) throw new RuleBroken('RULE', 'is no rule of a room');
      await live.rule(site, sessionKey, { [rule]: isAllowed }, { fits, by });
    },
  };
}

function appointing(role: GivenRole): Deed {
  return {
    may: leadsRoom,
    judge: checkAppoints,
    run: ({ live, site, sessionKey, person, fits, by }) =>
      live.appoint(site, sessionKey, person, { role, fits, by }),
  };
}

export function deedOf(word: string): Deed | undefined {
  const name = ROOM_DEEDS.find((one) => one === word);
  return name && DEEDS[name];
}

/**
 * Does it, if the doer may also when it is done.
 * @throws AccessDenied when they may not, or not to that person
 * @throws NotInRoom when they have gone in the meantime
 * @throws RuleBroken when there is no such rule, and no such breakout room
 */
export async function doDeed({ may, judge, run }: Deed, call: DeedCall): Promise<void> {
  const by: Doer = {
    token: call.token,
    judge(doer, target) {
      if (!may(doer, call.session)) throw new AccessDenied('this is for those who host the room');
      if (target) judge?.(doer, target);
    },
  };
  await run({ ...call, by });
}

/** What somebody may do now. */
export function deedsFor(stay: Stay, session: SessionWithDocument | undefined): readonly RoomDeed[] {
  return ROOM_DEEDS.filter((name) => DEEDS[name].may(stay, session));
}
