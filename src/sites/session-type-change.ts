/** A change of a session type, or a new one, from the words of a command line. */

import { RuleBroken } from '../refusal.ts';
import { SERVICE_TYPES } from './service-type.ts';
import {
  SESSION_TYPE_LIMITS,
  SESSION_TYPE_OPTIONS,
  SESSION_TYPE_STATES,
  sessionType,
} from './session-types.ts';
import type { SettingsChange } from './settings/change.ts';
import type { Site } from './site.ts';

/**
 * @param path such as `displayName`, `limits.maxMeetingUser` or `options.supportVideo`
 * @throws RuleBroken when the path or the value is invalid, or a new type has no `serviceType`
 */
export function sessionTypeChange(
  site: Site,
  meetingTypeID: number,
  path: string,
  value: string,
): SettingsChange {
  if (!Number.isSafeInteger(meetingTypeID) || meetingTypeID < 1) {
    throw new RuleBroken('meetingTypeID', 'must be a whole number');
  }
  if (path !== 'serviceType' && !sessionType(site, meetingTypeID)) {
    throw new RuleBroken(path, `session type ${meetingTypeID} is new: set its serviceType first`);
  }
  const [first = '', second] = path.split('.', 2);
  const change = second === undefined ? simple(first, value) : { [first]: inGroup(first, second, value) };
  return { sessionTypes: { [meetingTypeID]: change } };
}

function simple(name: string, value: string): Readonly<Record<string, unknown>> {
  switch (name) {
    case 'productCodePrefix':
    case 'name':
    case 'displayName':
      if (value.trim() === '') throw new RuleBroken(name, 'must not be empty');
      return { [name]: value };
    case 'serviceType':
      return { [name]: oneOf(name, SERVICE_TYPES, value) };
    case 'active':
      return { [name]: oneOf(name, SESSION_TYPE_STATES, value) };
    case 'hideInScheduler':
      return { [name]: truth(name, value) };
    default:
      throw new RuleBroken(
        name,
        'must be one of productCodePrefix, name, displayName, serviceType, active, hideInScheduler, limits.…, options.…',
      );
  }
}

function inGroup(group: string, name: string, value: string): Readonly<Record<string, unknown>> {
  if (group === 'limits') {
    const limit = oneOf(group, SESSION_TYPE_LIMITS, name);
    if (!/^\d{1,6}$/.test(value)) throw new RuleBroken(`limits.${name}`, 'must be from 0 to 999999');
    return { [limit]: Number(value) };
  }
  if (group === 'options') {
    return { [oneOf(group, SESSION_TYPE_OPTIONS, name)]: truth(`options.${name}`, value) };
  }
  throw new RuleBroken(group, 'must be limits or options');
}

function oneOf<W extends string>(name: string, words: readonly W[], value: string): W {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new RuleBroken(name, `must be one of ${words.join(', ')}`);
  return found;
}

function truth(name: string, value: string): boolean {
  if (value !== 'true' && value !== 'false') throw new RuleBroken(name, 'must be true or false');
  return value === 'true';
}
