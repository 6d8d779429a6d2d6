/** The page of a personal room (`/meet/<personalUrl>`), the way straight into it (`/join/…`), and cmr.do. */
import type { FastifyReply } from 'fastify';
import type { AccountWithProfile } from '../accounts/account.ts';
import { redirect } from '../browser/answer.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { ledOn } from '../browser/meetings/shown-beside.ts';
import { checkMayLook, meetingOfRoom, relationTo } from '../browser/meetings/visited-meeting.ts';
import { ownFormField } from '../browser/own-form.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text, word } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import { spaced } from '../mail/session-mail.ts';
import { mayHost } from '../policies/session.ts';
import { personalRoom, roomTitle } from '../sessions/personal-room.ts';

/** No personal URL is longer (use:personalUrl). */
const LONGEST = 128;

export async function meetPage(call: PageCall): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const owner = await ownerOf(call);
  if (!owner) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  await checkMayLook(call);
  const signedIn = await browserSessionOf(call);
  const meeting = meetingOfRoom(owner);
  const relation = await relationTo(call, meeting, signedIn?.account);
  const running = await context.live.running(site, meeting.sessionKey);
  const images = await context.images.of(owner);
  const start = { AT: 'HM', MK: String(meeting.sessionKey) };
  return show(call, {
    page: 'personal-room',
    title: roomTitle(owner),
    ownerName: `${owner.firstName} ${owner.lastName}`.trim(),
    welcome: owner.profile.personalMeetingRoom.welcomeMessage,
    photo: images.Photo && folder.address(`image/${images.Photo}`),
    header:
      images.Header && owner.profile.personalMeetingRoom.headerImageBranding
        ? folder.address(`image/${images.Header}`)
        : undefined,
    sessionKey: spaced(meeting.sessionKey),
    inProgress: running !== undefined,
    isLocked: running?.isLocked ?? false,
    join: mayHost(relation)
      ? undefined
      : folder.address('m.php', { ...start, AT: 'JM', ...(await ledOn(call, meeting.sessionKey)) }),
    start: mayHost(relation)
      ? { action: folder.address('m.php'), fields: { ...start, ...ownFormField(call) } }
      : undefined,
    hostSignIn: signedIn ? undefined : folder.address('signin.php', { MU: folder.address('m.php', start) }),
  });
}

/** Joins at once; its owner begins. */
export async function joinRoom(call: PageCall): Promise<FastifyReply> {
  const owner = await ownerOf(call);
  if (!owner) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  return into(call, owner);
}

async function into(call: PageCall, owner: AccountWithProfile): Promise<FastifyReply> {
  const signedIn = await browserSessionOf(call);
  const AT = signedIn?.account.id === owner.id ? 'HM' : 'JM';
  const led = await ledOn(call, Number(owner.accessCode));
  return redirect(call, call.folder.page('m.php', { AT, MK: owner.accessCode ?? '', ...led }));
}

export const CMR = {
  AT: word('start begins', ['START']),
  userName: text("whose personal room: a webExID; without it one's own"),
};

/** cmr.do: AT=start leads the owner into their room; who is not signed in does that first. */
export async function cmrDo(call: PageCall): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const { AT: command, userName: name } = parametersOf(call.request, CMR);
  const signedIn = await browserSessionOf(call);
  const found = name === undefined ? signedIn?.account : await context.signIn.named(site, { webExID: name });
  const owner = found?.accessCode
    ? await personalRoom(context.accounts, site, Number(found.accessCode))
    : undefined;
  if (!owner) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  if (command !== 'START' || signedIn) return into(call, owner);
  const MU = folder.address('m.php', { AT: 'HM', MK: owner.accessCode ?? '' });
  return redirect(call, folder.page('signin.php', { MU }));
}

async function ownerOf({ request, site, context }: PageCall): Promise<AccountWithProfile | undefined> {
  const { personalUrl = '' } = request.params as { personalUrl?: string };
  if (personalUrl === '' || personalUrl.length > LONGEST) return undefined;
  const account = await context.accounts.findByPersonalUrl(site, personalUrl);
  if (!account?.accessCode) return undefined;
  return personalRoom(context.accounts, site, Number(account.accessCode));
}
