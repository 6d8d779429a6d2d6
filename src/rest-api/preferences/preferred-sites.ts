/** /meetingPreferences and /meetingPreferences/sites: all of it, and the sites that somebody is on. */
import { bool, complex, required, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, NotPermitted, RestFailure } from '../rest-refusals.ts';
import { preferencesType, sitesType, siteType } from './preference-types.ts';
import { OWNER, ownerOf, PREFERENCES_READ, PREFERENCES_WRITE } from './preferences-owner.ts';
import { presentPreferences, sitesOf } from './present-preferences.ts';

export const getPreferences = endpoint({
  method: 'GET',
  path: 'meetingPreferences',
  tag: 'Meeting Preferences',
  summary: 'Tells how somebody likes their meetings to be.',
  description: 'Without `personalMeetingRoom` for somebody who has none.',
  scopes: PREFERENCES_READ,
  query: OWNER,
  answer: preferencesType,
  refuses: [NotPermitted, RestFailure],
  run: async (call, { query }) => presentPreferences(call, await ownerOf(call, query)),
});

export const listSites = endpoint({
  method: 'GET',
  path: 'meetingPreferences/sites',
  tag: 'Meeting Preferences',
  summary: 'Tells the sites that somebody is on: an account is on one, which is its default.',
  scopes: PREFERENCES_READ,
  query: { userEmail: OWNER.userEmail },
  answer: sitesType,
  refuses: [NotPermitted, RestFailure],
  async run(call, { query }) {
    await ownerOf(call, query);
    return { sites: sitesOf(call) };
  },
});

export const updateDefaultSite = endpoint({
  method: 'PUT',
  path: 'meetingPreferences/sites',
  tag: 'Meeting Preferences',
  summary: 'Makes a site the default: the one that the account is on is it already.',
  scopes: PREFERENCES_WRITE,
  query: { defaultSite: required(bool()), userEmail: OWNER.userEmail },
  body: complex(rest, 'DefaultSiteRequest', { siteUrl: text({ max: 256, sample: 'acme' }) }),
  answer: siteType,
  refuses: [NotPermitted, RestFailure, InvalidItem],
  sample: { query: { defaultSite: true }, body: { siteUrl: 'acme' } },
  async run(call, { query, body }) {
    await ownerOf(call, { ...query, siteUrl: body.siteUrl });
    if (!query.defaultSite) throw new InvalidItem("'defaultSite' must be true.", 'defaultSite');
    const [only] = sitesOf(call);
    return only ?? { siteUrl: body.siteUrl, default: true };
  },
});
