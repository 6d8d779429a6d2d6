import { isListed } from '../../accounts/tracking-values.ts';
import { sessionTypes } from '../../sites/session-types.ts';
import { managesItsUsers, signsInByPassword } from '../../sites/site.ts';
import { LANGUAGES } from '../../time/languages.ts';
import { labelAt, TIME_ZONES } from '../../time/time-zones.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { UserChoices } from './users-data.ts';

export const listChoices = endpoint({
  method: 'GET',
  path: 'users/choices',
  summary: 'Tells what the elements of an account can be chosen from on this site.',
  may: readsSite,
  run({ context, site }): UserChoices {
    const now = context.clock.now();
    return {
      timeZones: TIME_ZONES.map((zone) => ({ id: zone.id, label: labelAt(zone, now) })),
      languages: LANGUAGES.map(({ id, name }) => ({ id, name })),
      sessionTypes: sessionTypes(site).map(({ meetingTypeID, displayName, name, active }) => ({
        id: meetingTypeID,
        name: displayName || name,
        isActive: active === 'ACTIVATED',
      })),
      trackingCodes: site.settings.trackingCodes.map((code) => ({
        index: code.index,
        name: code.name,
        isRequired: code.hostProfile === 'REQUIRED',
        isListed: code.hostProfile !== 'NOT_USED' && isListed(code),
        values: code.listValue.filter(({ active }) => active).map(({ value }) => value),
      })),
      isManaged: managesItsUsers(site),
      usesPasswords: signsInByPassword(site),
      timeZoneID: site.settings.timeZoneID,
      languageID: site.settings.languageID,
    };
  },
});
