/** What the host of a room lets everybody do who has no part of their own in it. */
import type { SessionWithDocument } from '../sessions/session.ts';

/** To unmute themselves, show their picture, share their screen, and write to all, to the hosts, to one of them. */
export const RULES = ['unmute', 'camera', 'share', 'chatAll', 'chatHosts', 'chatOne'] as const;
export type RoomRule = (typeof RULES)[number];
export type RoomRules = Readonly<Record<RoomRule, boolean>>;

/** Whoever attends an event listens, and a training is shown by its presenters, until the host says otherwise. */
const OFF_AT_FIRST: Partial<Record<SessionWithDocument['service'], readonly RoomRule[]>> = {
  EventCenter: ['unmute', 'camera', 'share'],
  TrainingCenter: ['share'],
};

/** How a run begins. @param service nothing of a personal room */
export function firstRules(service?: SessionWithDocument['service']): RoomRules {
  const off = (service && OFF_AT_FIRST[service]) ?? [];
  return rulesOf((rule) => !off.includes(rule));
}

export function rulesIn(stored: string): RoomRules {
  const on: readonly string[] = stored.split(' ');
  return rulesOf((rule) => on.includes(rule));
}

export function storedRules(rules: RoomRules): string {
  return RULES.filter((rule) => rules[rule]).join(' ');
}

function rulesOf(isOn: (rule: RoomRule) => boolean): RoomRules {
  return Object.fromEntries(RULES.map((rule) => [rule, isOn(rule)])) as Record<RoomRule, boolean>;
}
