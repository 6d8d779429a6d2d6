/**
 * Whether the tracking codes of an account or a session have the values that the site defines. A code that the site
 * has not defined, or does not use there, takes any text: older programs send it whatever the site says.
 */
import { RuleBroken } from '../refusal.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { TrackingCode, TrackingUse } from '../sites/settings/tracking.ts';
import type { Site } from '../sites/site.ts';
import type { AccountWithProfile } from './account.ts';
import { TRACKING_CODES, type TrackingCodes } from './account-profile.ts';
import type { AccountChange } from './accounts.ts';

/** What is wished: a code that is not named stays as it is. */
export type TrackingWish = { readonly [K in keyof TrackingCodes]?: string | undefined };

interface Judged {
  readonly wished: TrackingWish | undefined;
  /** What stands there, or what is usual. */
  readonly before: TrackingCodes;
  /** It is new: whatever is required has to be there. */
  readonly isNew: boolean;
  readonly useOf: (code: TrackingCode) => TrackingUse;
  /** Whoever wishes may set what only administrators set. */
  readonly setsAll: boolean;
  readonly at?: string;
}

/** Whether the values come from the list alone. */
export function isListed({ inputMode }: Pick<TrackingCode, 'inputMode'>): boolean {
  return /drop/i.test(inputMode) && !/text/i.test(inputMode);
}

/** How a code is used where sessions of a service are scheduled. */
export function useInSessions({ schedulingPage }: TrackingCode, service: ServiceType): TrackingUse {
  return schedulingPage.find((one) => one.service === service)?.scheduling ?? 'NOT_USED';
}

/** The name by which documents keep it. */
export function trackingKey({ index }: Pick<TrackingCode, 'index'>): keyof TrackingCodes {
  const key = TRACKING_CODES[index - 1];
  if (!key) throw new Error(`there is no tracking code ${index}`);
  return key;
}

/** A value under the name that the site has for it; without one where the site has not defined the code. */
export interface NamedTrackingValue {
  readonly index: number;
  readonly name?: string;
  readonly value: string;
}

/** The values that there are, in order. */
export function namedTracking({ settings }: Site, tracking: TrackingCodes): NamedTrackingValue[] {
  return TRACKING_CODES.flatMap((key, at) => {
    const value = tracking[key];
    if (!value) return [];
    const name = settings.trackingCodes.find(({ index }) => index === at + 1)?.name;
    return [{ index: at + 1, ...(name && { name }), value }];
  });
}

/**
 * The codes of a session after a wish; those of a list are written as the list has them.
 * @param before of a new session what its host's account has
 * @throws RuleBroken for a value that the list lacks, one that only administrators set, and a required one that is
 *   missing: in a new session, and in a change that names tracking codes
 */
export function sessionTracking(
  site: Site,
  service: ServiceType,
  wish: Pick<Judged, 'wished' | 'before' | 'isNew'>,
): TrackingCodes {
  return judged(site, { ...wish, useOf: (code) => useInSessions(code, service), setsAll: false });
}

interface OfAccount {
  /** Whose it is; nobody's yet. */
  readonly current?: Pick<AccountWithProfile, 'profile'> | undefined;
  /** Whether an administrator wishes it. */
  readonly byAdministrator: boolean;
  /** What stands before the names of codes in a refusal. */
  readonly at?: string;
}

/**
 * The change of an account, or a new one, with the codes that it leads to.
 * @throws RuleBroken as of sessions
 */
export function withAccountTracking<C extends Pick<AccountChange, 'profile'>>(
  site: Site,
  change: C,
  { current, byAdministrator, at = '' }: OfAccount,
): C {
  const wished = change.profile?.tracking;
  if (current && !wished) return change;
  const tracking = judged(site, {
    wished,
    before: current?.profile.tracking ?? {},
    isNew: current === undefined,
    useOf: ({ hostProfile }) => hostProfile,
    setsAll: byAdministrator,
    at,
  });
  return { ...change, profile: { ...change.profile, tracking } };
}

function judged(
  { settings }: Site,
  { wished = {}, before, isNew, useOf, setsAll, at = '' }: Judged,
): TrackingCodes {
  const after: Record<string, string | undefined> = { ...before };
  for (const key of TRACKING_CODES) {
    if (wished[key] !== undefined) after[key] = wished[key];
  }
  const namesSome = TRACKING_CODES.some((key) => wished[key] !== undefined);
  for (const code of settings.trackingCodes) {
    const use = useOf(code);
    if (use === 'NOT_USED') continue;
    const key = trackingKey(code);
    const was = before[key] ?? '';
    const value = after[key] ?? '';
    if (use === 'ADMIN_SET' && !setsAll) {
      if (value !== was && value !== '') {
        throw new RuleBroken(`${at}${key}`, `${code.name} is set by an administrator of the site`);
      }
      if (value !== was) after[key] = was;
      continue;
    }
    const problem = trackingProblem(code, use, value, was);
    if (problem === 'notListed') throw new RuleBroken(`${at}${key}`, notListed(code, value));
    if (problem === 'missing' && (isNew || namesSome)) {
      throw new RuleBroken(`${at}${key}`, `${code.name} is required`);
    }
    if (value !== was) after[key] = asListed(code, value) ?? value;
  }
  return after;
}

/** What is wrong with a value; one that was there before stays right when the list changes. */
export function trackingProblem(
  code: TrackingCode,
  use: TrackingUse,
  value: string,
  was = '',
): 'missing' | 'notListed' | undefined {
  if (value.trim() === '') return use === 'REQUIRED' ? 'missing' : undefined;
  return isListed(code) && value !== was && asListed(code, value) === undefined ? 'notListed' : undefined;
}

/** The value as the list has it. */
function asListed({ listValue }: TrackingCode, value: string): string | undefined {
  const plain = value.trim().toLowerCase();
  return listValue.find((one) => one.active && one.value.toLowerCase() === plain)?.value;
}

/** How many values of a list a refusal names. */
const MOST_NAMED = 5;

function notListed({ name, listValue }: TrackingCode, value: string): string {
  const offered = listValue.filter(({ active }) => active).map((one) => one.value);
  const more = offered.length > MOST_NAMED ? `, … (${offered.length} values)` : '';
  const named = `${offered.slice(0, MOST_NAMED).join(', ')}${more}`;
  return `${name} has no value ${value.slice(0, 40)}: it must be one of ${named}`;
}
