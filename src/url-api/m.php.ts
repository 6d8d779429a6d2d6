/** m.php: scheduling, starting, joining and managing meetings. */
import { isKnown, meetingOf, meetingOfSession } from '../browser/meetings/visited-meeting.ts';
import { type Asked, type Declared, flag, key, required } from '../browser/parameters/parameter.ts';
import { judgeOfDeletion } from '../policies/session.ts';
import { SessionNotFound } from '../sessions/session.ts';
import {
  type Command,
  type CommandOutcome,
  commandPage,
  forAccounts,
  forAnybody,
  type SignedInCall,
} from './command.ts';
import { ADDED, addPeople, REMOVED, removePeople } from './meetings/attendee-commands.ts';
import { host, joinByNumber } from './meetings/entering.ts';
import { JOINING } from './meetings/joining.ts';
import { keyList, keysOf, LISTS, sendList } from './meetings/lists.ts';
import { SCHEDULING } from './meetings/meeting-parameters.ts';
import {
  CONFIGURING,
  configureRegistration,
  REGISTERING,
  register,
  registrationForm,
} from './meetings/registration-pages.ts';
import { edit, scheduleByParameters, scheduleNow } from './meetings/schedule-commands.ts';
import { publicFace, sessionPageByNumber } from './meetings/session-page.ts';

const MEETING = { MK: required(key('the meeting')) };

const joining = forAnybody({
  summary: 'joins; what is missing is asked for on a page',
  parameters: { ...MEETING, ...JOINING },
  run: (call) => joinByNumber(call, call.parameters.MK),
});

const registering = forAnybody({
  summary: 'registers',
  tells: 'RID, when it is accepted at once',
  throttled: 'meetingWrites',
  changes: true,
  parameters: REGISTERING,
  run: register,
});

/** A command that changes something: by somebody who is signed in, within the site's limit. */
function write<const D extends Declared>(
  summary: string,
  parameters: D,
  run: (call: SignedInCall<Asked<D>>) => Promise<CommandOutcome>,
  tells?: string,
): Command {
  return forAccounts({
    summary,
    throttled: 'meetingWrites',
    changes: true,
    parameters,
    run,
    ...(tells !== undefined && { tells }),
  });
}

export const mPhp = commandPage({
  SM: write(
    'schedules',
    SCHEDULING,
    async (call) => {
      const session = await scheduleByParameters(call);
      const TN = call.parameters.TC ? call.site.settings.telephony.tollNumber : '';
      const phone = TN === '' ? [] : [['TN', TN] as const];
      return { after: [...phone, ['MK', String(session.sessionKey)]] };
    },
    'TN (with TC), MK',
  ),
  IM: write('schedules for now, and begins', SCHEDULING, async (call) => {
    const session = await scheduleNow(call);
    return host(call, await meetingOfSession(call, session));
  }),
  SS: write('begins a support session now', SCHEDULING, async (call) => {
    const session = await scheduleNow(call, 'SupportCenter');
    return host(call, await meetingOfSession(call, session));
  }),
  EM: write(
    'changes what is given',
    { ...MEETING, ...SCHEDULING },
    async (call) => {
      const { MK } = call.parameters;
      await edit(call, MK);
      return { after: [['MK', String(MK)]] };
    },
    'MK',
  ),
  DM: write(
    'deletes',
    { ...MEETING, SM: flag('0 sends no mail', { otherwise: true }) },
    async ({ context, site, account, parameters: { MK, SM } }) => {
      const { sessions } = context;
      await sessions.remove(site, MK, judgeOfDeletion(sessions, account), SM);
      return { after: [['MK', String(MK)]] };
    },
    'MK',
  ),
  HM: forAccounts({
    summary: 'begins, as the host',
    confirmed: true,
    parameters: MEETING,
    run: async (call) => host(call, await meetingOf(call, call.parameters.MK)),
  }),
  JM: joining,
  JE: joining,
  LM: forAccounts({
    summary: "the caller's meetings",
    tells: 'keys in the body',
    throttled: 'meetingLists',
    parameters: LISTS,
    async run(call) {
      const keys = keyList(await keysOf(call, false));
      if (call.back !== undefined) return { after: [['MK', keys]] };
      return sendList(call, 'ListMeetings', `<Status>SUCCESS</Status><MeetingKeys>${keys}</MeetingKeys>`);
    },
  }),
  OM: forAnybody({
    summary: "the caller's meetings that are open now",
    tells: 'keys in the body',
    throttled: 'meetingLists',
    parameters: LISTS,
    async run(call) {
      const found = call.browserSession
        ? `<Status>SUCCESS</Status><MeetingKeys>${keyList(await keysOf(call, true))}</MeetingKeys>`
        : '<Status>FAIL</Status><Reason>AccessDenied</Reason>';
      return sendList(call, 'ListOpenMeetings', found);
    },
  }),
  MD: forAccounts({
    summary: 'shows the meeting; to a guest in a browser what everybody may see of one that is listed',
    tells: 'MK',
    parameters: MEETING,
    shownToGuests: publicFace,
    async run(call) {
      const { MK } = call.parameters;
      const meeting = await meetingOf(call, MK);
      if (call.back === undefined) return sessionPageByNumber(call, meeting);
      if (!(await isKnown(call, meeting))) throw new SessionNotFound(MK);
      return { after: [['MK', String(MK)]] };
    },
  }),
  AA: write('adds attendees', ADDED, (call) => addPeople(call, 'ATTENDEE')),
  DA: write('takes attendees off', REMOVED, removePeople),
  AP: write('adds presenters', ADDED, (call) => addPeople(call, 'PRESENTER')),
  DP: write('takes presenters off', REMOVED, removePeople),
  GF: forAnybody({
    summary: 'shows the registration form',
    parameters: REGISTERING,
    run: (call) => registrationForm(call),
  }),
  RM: registering,
  EN: registering,
  CR: forAnybody({
    summary: 'opens registration, or closes it',
    tells: 'MK',
    throttled: 'meetingWrites',
    changes: true,
    parameters: CONFIGURING,
    run: configureRegistration,
  }),
});
