/** m.php: scheduling, starting, joining and managing meetings. */

import { meetingOf, meetingOfSession, readKey } from '../browser/meetings/place.ts';
import { Refused } from '../browser/reasons.ts';
import { managed } from '../policies/session.ts';
import { SessionInProgress } from '../sessions/session.ts';
import {
  type Command,
  type CommandCall,
  commandPage,
  type Outcome,
  type SignedInCall,
  type Success,
} from './command.ts';
import { host, join } from './meetings/entering.ts';
import { keyList, keysOf, sendList } from './meetings/lists.ts';
import { addPeople, removePeople } from './meetings/people.ts';
import { configureRegistration, register, registrationForm } from './meetings/registration.ts';
import { edit, scheduleByParameters, scheduleNow } from './meetings/schedule.ts';
import { sessionPage } from './meetings/session-page.ts';

/** The key of the meeting. Errors: `Refused` for what is no number. */
function keyIn({ parameters }: CommandCall): number {
  const key = readKey(parameters.get('MK'));
  if (key === undefined) throw new Refused('InvalidDataFormat');
  return key;
}

const joining = {
  needs: 'nobody',
  async run(call: CommandCall) {
    return join(call, await meetingOf(call, keyIn(call)));
  },
} as const;

const registering = {
  needs: 'nobody',
  throttled: 'meetingWrites',
  run: async (call: CommandCall) => register(call, keyIn(call)),
} as const;

/** A command that changes something: by somebody who is signed in, within the site's limit. */
function write(run: (call: SignedInCall) => Promise<Outcome>): Command {
  return { needs: 'account', throttled: 'meetingWrites', changes: true, run };
}

async function withKey(call: SignedInCall, work: (key: number) => Promise<void>): Promise<Success> {
  await work(keyIn(call));
  return {};
}

export const mPhp = commandPage({
  SM: write(async (call) => {
    const session = await scheduleByParameters(call);
    const TN = call.parameters.get('TC') === undefined ? '' : call.site.settings.telephony.tollNumber;
    const phone = TN === '' ? [] : [['TN', TN] as const];
    return { after: [...phone, ['MK', String(session.sessionKey)]] };
  }),
  IM: write(async (call) => {
    const session = await scheduleNow(call);
    return host(call, await meetingOfSession(call, session));
  }),
  EM: write(async (call) => {
    const key = keyIn(call);
    await edit(call, key);
    return { after: [['MK', String(key)]] };
  }),
  DM: write(async (call) => {
    const { context, site, account, parameters } = call;
    const key = keyIn(call);
    await managed(context.sessions, await context.sessions.required(site, key), account);
    const SM = parameters.get('SM');
    await context.sessions.remove(
      site,
      key,
      (current) => {
        if (current.inProgress) throw new SessionInProgress(key);
      },
      SM === undefined ? undefined : SM !== '0',
    );
    return { after: [['MK', String(key)]] };
  }),
  HM: {
    needs: 'account',
    async run(call) {
      return host(call, await meetingOf(call, keyIn(call)));
    },
  },
  JM: joining,
  JE: joining,
  LM: {
    needs: 'account',
    throttled: 'meetingLists',
    async run(call) {
      const keys = keyList(await keysOf(call, false));
      if (call.parameters.get('BU') !== undefined) return { after: [['MK', keys]] };
      return sendList(call, 'ListMeetings', `<Status>SUCCESS</Status><MeetingKeys>${keys}</MeetingKeys>`);
    },
  },
  OM: {
    needs: 'nobody',
    throttled: 'meetingLists',
    async run(call) {
      const found = call.browserSession
        ? `<Status>SUCCESS</Status><MeetingKeys>${keyList(await keysOf(call, true))}</MeetingKeys>`
        : '<Status>FAIL</Status><Reason>AccessDenied</Reason>';
      return sendList(call, 'ListOpenMeetings', found);
    },
  },
  MD: {
    needs: 'account',
    async run(call) {
      const key = keyIn(call);
      const meeting = await meetingOf(call, key);
      if (call.parameters.get('BU') === undefined) return sessionPage(call, meeting);
      return { after: [['MK', String(key)]] };
    },
  },
  AA: write((call) => withKey(call, (key) => addPeople(call, key, 'ATTENDEE'))),
  DA: write((call) => withKey(call, (key) => removePeople(call, key))),
  AP: write((call) => withKey(call, (key) => addPeople(call, key, 'PRESENTER'))),
  DP: write((call) => withKey(call, (key) => removePeople(call, key))),
  GF: { needs: 'nobody', run: async (call) => registrationForm(call, keyIn(call)) },
  RM: registering,
  EN: registering,
  CR: {
    needs: 'nobody',
    throttled: 'meetingWrites',
    run: async (call) => configureRegistration(call, keyIn(call)),
  },
});
