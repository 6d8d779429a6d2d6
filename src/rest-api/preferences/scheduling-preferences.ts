/** /meetingPreferences/schedulingOptions: what new sessions of somebody are like, and who schedules for them. */
import { schedulingPreferences } from '../../accounts/meeting-preferences.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, NotPermitted, RestFailure } from '../rest-refusals.ts';
import { delegateEmails, namesOfEmails, namesPermitted, partedEmails, writtenNames } from './delegates.ts';
import { emailsType, schedulingRequestType, schedulingType } from './preference-types.ts';
import { OWNER, ownerOf, PREFERENCES_READ, PREFERENCES_WRITE } from './preferences-owner.ts';
import { presentScheduling } from './present-preferences.ts';

/** Minutes before the start that people may come. */
const EARLY_MINUTES: readonly number[] = [0, 5, 10, 15];

export const getScheduling = endpoint({
  method: 'GET',
  path: 'meetingPreferences/schedulingOptions',
  tag: 'Meeting Preferences',
  summary: 'Tells what new meetings of somebody are like, and who schedules for them.',
  scopes: PREFERENCES_READ,
  query: OWNER,
  answer: schedulingType,
  refuses: [NotPermitted, RestFailure],
  run: async (call, { query }) => presentScheduling(call, await ownerOf(call, query)),
});

export const updateScheduling = endpoint({
  method: 'PUT',
  path: 'meetingPreferences/schedulingOptions',
  tag: 'Meeting Preferences',
  summary: 'Says what new meetings of somebody are like, and who schedules for them.',
  description:
    'When people may come holds for new meetings that say nothing of it, by every interface, as far as the site lets ' +
    'anybody come before the host. `delegateEmails` are accounts of the site, the same that `schedulingPermission` ' +
    'names; without a word of them they stay. Sharing of recordings and the assistant are kept and told.',
  scopes: PREFERENCES_WRITE,
  query: OWNER,
  body: schedulingRequestType,
  answer: schedulingType,
  refuses: [NotPermitted, RestFailure, InvalidItem],
  sample: {
    body: { enabledJoinBeforeHost: true, joinBeforeHostMinutes: 5, enabledAutoShareRecording: false },
  },
  async run(call, { query, body }) {
    const { app, site } = call;
    const owner = await ownerOf(call, query);
    const { delegateEmails: emails, enabledWebexAssistantByDefault, ...said } = body;
    const names = emails && (await namesOfEmails(call, 'delegateEmails', emails));
    await app.accounts.change(site, owner.webExId, ({ profile }) => {
      const before = schedulingPreferences(profile, site);
      const { joinBeforeHostMinutes: minutes } = said;
      if (!EARLY_MINUTES.includes(minutes) && minutes !== before.joinBeforeHostMinutes) {
        const rule = `'joinBeforeHostMinutes' must be one of ${EARLY_MINUTES.join(', ')}.`;
        throw new InvalidItem(rule, 'joinBeforeHostMinutes');
      }
      const assistant = enabledWebexAssistantByDefault ?? before.enabledWebexAssistantByDefault;
      return {
        profile: {
          ...(names && { schedulingPermission: writtenNames(names) }),
          meetingPreferences: { scheduling: { ...said, enabledWebexAssistantByDefault: assistant } },
        },
      };
    });
    return presentScheduling(call, await ownerOf(call, query));
  },
});

export const insertDelegates = endpoint({
  method: 'POST',
  path: 'meetingPreferences/schedulingOptions/delegateEmails/insert',
  tag: 'Meeting Preferences',
  summary: 'Lets further people schedule for somebody.',
  scopes: PREFERENCES_WRITE,
  query: OWNER,
  body: emailsType,
  answer: emailsType,
  refuses: [NotPermitted, RestFailure, InvalidItem],
  sample: { body: { emails: ['admin@acme.com'] } },
  async run(call, { query, body: { emails } }) {
    await ownerOf(call, query);
    const added = await namesOfEmails(call, 'emails', emails);
    return changed(call, query, (names) => [...names, ...added]);
  },
});

export const deleteDelegates = endpoint({
  method: 'POST',
  path: 'meetingPreferences/schedulingOptions/delegateEmails/delete',
  tag: 'Meeting Preferences',
  summary: 'Lets people no longer schedule for somebody; without addresses nobody.',
  scopes: PREFERENCES_WRITE,
  query: OWNER,
  body: emailsType,
  answer: emailsType,
  refuses: [NotPermitted, RestFailure],
  sample: { body: { emails: ['admin@acme.com'] } },
  async run(call, { query, body: { emails } }) {
    const found = await Promise.all(
      partedEmails(emails).map((email) => call.app.accounts.findByEmail(call.site, email)),
    );
    const gone = new Set(found.map((account) => account?.webExId.toLowerCase()));
    const isAll = emails.length === 0;
    return changed(call, query, (names) => names.filter((name) => !isAll && !gone.has(name.toLowerCase())));
  },
});

async function changed(
  call: RestCall,
  query: Parameters<typeof ownerOf>[1],
  change: (names: readonly string[]) => readonly string[],
) {
  const owner = await ownerOf(call, query);
  await call.app.accounts.change(call.site, owner.webExId, (current) => ({
    profile: { schedulingPermission: writtenNames(change(namesPermitted(current))) },
  }));
  return { emails: await delegateEmails(call, await ownerOf(call, query)) };
}
