/** room-settings.php: what the personal room of a host is called, where it is, and what it does by itself. */
import type { FastifyReply } from 'fastify';
import { type AccountWithProfile, PersonalUrlTaken } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { RoomSettingsPage } from '../../browser/pages/own-pages.ts';
import { parametersOf, sentFields } from '../../browser/parameters/declared.ts';
import { type Asked, flag, mark, text } from '../../browser/parameters/parameter.ts';
import { Refused, reasonOf, statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { spaced } from '../../mail/session-mail.ts';
import { mayMoveRoom } from '../../policies/account.ts';
import { hasPersonalRoom } from '../../sessions/personal-room.ts';
import type { BrowserSession } from '../../sign-in/tickets.ts';
import { ownPage } from './own-page.ts';

/** Minutes; more is a room that never locks. */
const LONGEST_WAIT = 240;

export const ROOM_SETTINGS = {
  TITLE: text('what it is called; empty: the usual name', { longest: 128, cut: true, line: true }),
  WELCOME: text('what its page says to those who come', { longest: 1000, cut: true }),
  ADDRESS: text('the last part of its address', {
    longest: 128,
    line: true,
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
    word: 'RoomAddressBroken',
  }),
  PIN: text('four digits, by which its host calls in', { pattern: /^\d{4}$/, word: 'RoomPinBroken' }),
  LOCK: flag('it locks by itself'),
  WAIT: text('after how many minutes', { pattern: /^\d{1,3}$/, word: 'RoomWaitBroken' }),
  MAIL: flag('its host gets a mail when somebody waits or comes in'),
  SAVED: mark('it has just been saved'),
};
type Fields = Asked<typeof ROOM_SETTINGS>;

export const roomSettingsPhp = ownPage({
  path: 'room-settings.php',
  async shown(call, own) {
    const owner = await ownerOf(call, own);
    if (!owner) return noRoom(call);
    const { SAVED } = parametersOf(call.request, ROOM_SETTINGS);
    return settingsPage(call, owner, stateOf(owner), { isSaved: SAVED === true });
  },
  async posted(call, own) {
    const owner = await ownerOf(call, own);
    if (!owner) return noRoom(call);
    try {
      await save(call, owner, parametersOf(call.request, ROOM_SETTINGS));
    } catch (error) {
      const problem = error instanceof PersonalUrlTaken ? 'RoomAddressTaken' : reasonOf(error);
      if (problem === undefined) throw error;
      call.reply.code(statusOf(problem));
      return settingsPage(call, owner, sentOf(call, owner), { problem, isSaved: false });
    }
    return redirect(call, call.folder.page('room-settings.php', { SAVED: '1' }));
  },
});

async function ownerOf(
  { context }: PageCall,
  { account }: BrowserSession,
): Promise<AccountWithProfile | undefined> {
  const owner = await context.accounts.withProfile(account);
  return hasPersonalRoom(owner) ? owner : undefined;
}

function noRoom(call: PageCall): Promise<FastifyReply> {
  return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
}

async function save({ context, site }: PageCall, owner: AccountWithProfile, fields: Fields): Promise<void> {
  const wait = fields.WAIT === undefined ? undefined : Number(fields.WAIT);
  if (wait !== undefined && wait > LONGEST_WAIT) throw new Refused('RoomWaitBroken');
  await context.accounts.change(site, owner.webExId, ({ profile }) => {
    const { notificationModes } = profile.personalMeetingRoom;
    const others = notificationModes.filter((mode) => mode !== 'EMAIL');
    return {
      ...(mayMoveRoom(owner, site) && { personalUrl: fields.ADDRESS }),
      profile: {
        personalMeetingRoom: {
          // Empty: it has its usual name again.
          title: fields.TITLE?.trim() ?? '',
          welcomeMessage: fields.WELCOME?.trim() ?? '',
          hostPIN: fields.PIN,
          PMRAutoLock: fields.LOCK === true,
          PMRAutoLockWaitTime: wait,
          notificationModes: fields.MAIL ? ['EMAIL', ...others] : others,
        },
      },
    };
  });
}

type State = Pick<RoomSettingsPage, 'given' | 'locks' | 'mails'>;

function stateOf({ profile, personalUrl }: AccountWithProfile): State {
  const room = profile.personalMeetingRoom;
  return {
    given: {
      TITLE: room.title ?? '',
      WELCOME: room.welcomeMessage ?? '',
      ADDRESS: personalUrl,
      PIN: room.hostPIN,
      WAIT: String(room.PMRAutoLockWaitTime),
    },
    locks: room.PMRAutoLock,
    mails: room.notificationModes.includes('EMAIL'),
  };
}

/** What was typed, also where it breaks a rule. */
function sentOf(call: PageCall, owner: AccountWithProfile): State {
  const sent = sentFields(call.request);
  const before = stateOf(owner);
  const text = (name: keyof RoomSettingsPage['given']) => sent[name] ?? before.given[name];
  return {
    given: {
      TITLE: text('TITLE'),
      WELCOME: text('WELCOME'),
      ADDRESS: text('ADDRESS'),
      PIN: text('PIN'),
      WAIT: text('WAIT'),
    },
    locks: sent.LOCK !== undefined,
    mails: sent.MAIL !== undefined,
  };
}

async function settingsPage(
  call: PageCall,
  owner: AccountWithProfile,
  state: State,
  outcome: Pick<RoomSettingsPage, 'problem' | 'isSaved'>,
): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const url = context.links.personalRoom(site, owner);
  return show(call, {
    page: 'room-settings',
    ...outcome,
    ...state,
    url,
    urlBase: url.slice(0, url.length - encodeURIComponent(owner.personalUrl).length),
    number: spaced(Number(owner.accessCode)),
    mayChangeAddress: mayMoveRoom(owner, site),
    form: { action: folder.address('room-settings.php'), fields: ownFormField(call) },
  });
}
