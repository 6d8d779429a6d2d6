/** A session type as a form has it: all at once, and held to what its maker may. */
import { merged } from '../merge.ts';
import { RuleBroken } from '../refusal.ts';
import { sessionTypeChange } from './session-type-change.ts';
import { requiredSessionType, SESSION_TYPE_LIMITS, type SessionType, sessionTypes } from './session-types.ts';
import type { SettingsChange } from './settings/change.ts';
import type { Site } from './site.ts';

/** What differs, by path such as `limits.maxMeetingUser`. */
export type SessionTypeForm = Readonly<Record<string, unknown>>;

const NEW_TYPES_FROM = 101;
const MOST_TYPES = 200;

/**
 * @throws SessionTypeNotFound when there is no such type
 * @throws RuleBroken when a path or a value is invalid
 */
export function changedSessionType(site: Site, id: number, form: SessionTypeForm): SettingsChange {
  const { serviceType } = requiredSessionType(site, id);
  const entries = Object.entries(form);
  if (entries.length === 0) throw new RuleBroken('values', 'must have something to change');
  return entries.reduce<SettingsChange>((change, [path, value]) => {
    if (path === 'serviceType' && value !== serviceType) {
      throw new RuleBroken(path, 'stays what it is: make another type');
    }
    return merged<SettingsChange>(change, sessionTypeChange(site, id, path, wordOf(path, value)));
  }, {});
}

/** A new type that is like another one of the site. */
export function newSessionType(
  site: Site,
  like: number,
  { displayName, productCodePrefix }: Pick<SessionType, 'displayName' | 'productCodePrefix'>,
): { readonly id: number; readonly change: SettingsChange } {
  const { meetingTypeID: _id, ...base } = requiredSessionType(site, like);
  const types = sessionTypes(site);
  if (types.length >= MOST_TYPES)
    throw new RuleBroken('like', `the site has ${MOST_TYPES} session types already`);
  if (types.some((type) => type.displayName.toLowerCase() === displayName.toLowerCase())) {
    throw new RuleBroken('displayName', 'is that of another session type');
  }
  const id = Math.max(NEW_TYPES_FROM - 1, ...types.map(({ meetingTypeID }) => meetingTypeID)) + 1;
  const type = { ...base, name: displayName, displayName, productCodePrefix, active: 'ACTIVATED' as const };
  return { id, change: { sessionTypes: { [id]: type } } };
}

/** The limits that are higher than those of every type of that service. */
export function limitsBeyond(site: Site, change: SettingsChange): string[] {
  const wanted = Object.entries(change.sessionTypes ?? {}).map(([id, type]) => [id, type ?? {}] as const);
  return wanted.flatMap(([id, { limits, serviceType }]) => {
    const service =
      sessionTypes(site).find((type) => type.meetingTypeID === Number(id))?.serviceType ?? serviceType;
    const fellows = sessionTypes(site).filter((type) => type.serviceType === service);
    const given = new Map(Object.entries((limits ?? {}) as Readonly<Record<string, unknown>>));
    return SESSION_TYPE_LIMITS.filter((name) => {
      const limit = given.get(name);
      return typeof limit === 'number' && limit > Math.max(0, ...fellows.map((type) => type.limits[name]));
    });
  });
}

function wordOf(path: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new RuleBroken(path, 'must be a text, a number, or true or false');
}
