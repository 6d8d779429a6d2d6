/** The session types of a site: which there are, what each lets people do, and which a new host is given. */
import { isDeepStrictEqual } from 'node:util';
import { checkSessionTypeLimits } from '../../policies/session-types.ts';
import { NoRecordFound, StaleVersion } from '../../refusal.ts';
import { SESSION_TYPE_CATALOGUE } from '../../sites/session-type-catalogue.ts';
import { changedSessionType, newSessionType } from '../../sites/session-type-form.ts';
import { hasService, sessionType, sessionTypes } from '../../sites/session-types.ts';
import type { SettingsChange } from '../../sites/settings/change.ts';
import type { Site } from '../../sites/site.ts';
import { anything, object, optional, record, text, whole } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import type { SessionTypesAnswer, ShownSessionType } from './site-data.ts';

export const listSessionTypes = endpoint({
  method: 'GET',
  path: 'site/session-types',
  summary:
    'Lists the session types of the site with their limits and options, and those that new hosts are given.',
  may: readsSite,
  run: ({ site }): SessionTypesAnswer => typesOf(site),
});

export const makeSessionType = endpoint({
  method: 'POST',
  path: 'site/session-types',
  summary: 'Makes a session type that is like another one of the site; it gets the next free number.',
  may: administers,
  body: object({
    like: whole({ min: 1 }),
    displayName: text({ min: 1, max: 64 }),
    productCodePrefix: text({
      pattern: /^[A-Z][A-Z0-9]{2}$/,
      rule: 'must be three capitals or digits, such as PRO',
    }),
  }),
  async run(call, { body: { like, ...names } }): Promise<SessionTypesAnswer> {
    const { change } = newSessionType(call.site, like, names);
    return changed(call, change);
  },
});

export const changeSessionType = endpoint({
  method: 'PATCH',
  path: 'site/session-types/:number',
  summary:
    'Changes a session type, each value under its path such as `active`, `displayName`, `limits.maxMeetingUser` or `options.supportVideo`. `was` tells the values that were read.',
  may: administers,
  body: object({ values: record(anything()), was: optional(record(anything())) }),
  async run(call, { params, body: { values, was = {} } }): Promise<SessionTypesAnswer> {
    const number = /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0;
    const type = sessionType(call.site, number);
    if (!type) throw new NoRecordFound();
    const moved = Object.entries(was).filter(
      ([path, value]) => !isDeepStrictEqual(valueOfType(type, path), value),
    );
    if (moved.length > 0) {
      throw new StaleVersion(Object.fromEntries(moved.map(([path]) => [path, valueOfType(type, path)])));
    }
    return changed(call, changedSessionType(call.site, number, values));
  },
});

/** Nothing is changed of what somebody else changes at the same time. */
async function changed(call: ApiCall, change: SettingsChange): Promise<SessionTypesAnswer> {
  const { site, context } = call;
  checkSessionTypeLimits(call, site, change);
  const before = site.settings.sessionTypes;
  const after = await context.sites.change(site.siteName, { settings: change }, (current) => {
    if (!isDeepStrictEqual(current.sessionTypes, before)) throw new StaleVersion(current.sessionTypes);
  });
  return typesOf(after);
}

const OF_CATALOGUE = new Set(SESSION_TYPE_CATALOGUE.map(({ meetingTypeID }) => meetingTypeID));

function typesOf(site: Site): SessionTypesAnswer {
  return {
    newHosts: site.settings.meetingTypes,
    types: sessionTypes(site).map(
      ({ meetingTypeID, ...type }): ShownSessionType => ({
        ...type,
        id: meetingTypeID,
        isCustom: !OF_CATALOGUE.has(meetingTypeID),
        hasService: hasService(site, type.serviceType),
      }),
    ),
  };
}

function valueOfType(type: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? new Map<string, unknown>(Object.entries(value)).get(name)
          : undefined,
      type,
    );
}
