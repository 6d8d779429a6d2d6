/** chats.php: what was written in the rooms of a meeting, for those whose meeting it is, where the site keeps it. */
import type { FastifyReply } from 'fastify';
import { spokenTo } from '../browser/appearance.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { aboutSession } from '../browser/meetings/about-session.ts';
import { sessionView } from '../browser/meetings/session-view.ts';
import { findMeeting, relationTo, type VisitedMeeting } from '../browser/meetings/visited-meeting.ts';
import type { ChatsPage } from '../browser/pages/session-pages.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { key } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { localeOf } from '../language.ts';
import { readsChatAfterwards } from '../policies/chat.ts';
import { zoneOf } from '../time/time-zones.ts';

export const CHATS = { MK: key('the meeting') };

export async function chatsPhp(call: PageCall): Promise<FastifyReply> {
  const { MK } = parametersOf(call.request, CHATS);
  const browserSession = await browserSessionOf(call);
  if (!browserSession) {
    return signInPage(call, { MU: call.folder.address('chats.php', { MK: String(MK ?? '') }) });
  }
  const { account } = browserSession;
  const meeting = MK === undefined ? undefined : await findMeeting(call, MK);
  const relation = meeting && (await relationTo(call, meeting, account));
  if (!meeting || !relation || !readsChatAfterwards(relation)) {
    return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  }
  return show(call, {
    page: 'chats',
    session: await sessionView(call, meeting, false),
    runs: await runsOf(call, meeting, account.timeZoneID),
    isKept: call.site.settings.history.keepsChat,
    back: aboutSession(call, meeting, relation) ?? call.folder.address(''),
  });
}

/** The times that it ran and something was written which is kept, the last one first. */
async function runsOf(
  call: PageCall,
  { sessionKey }: VisitedMeeting,
  timeZoneID: number,
): Promise<ChatsPage['runs']> {
  const { context, site } = call;
  const zone = zoneOf(timeZoneID).iana;
  const locale = localeOf(await spokenTo(call));
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone });
  const runs: ChatsPage['runs'][number][] = [];
  for (const { id, startedAt, endedAt } of await context.history.usagesOf(site, sessionKey)) {
    // What is written now is in the room.
    const said = endedAt === null ? [] : await context.chat.saidIn(id);
    if (said.length === 0) continue;
    runs.unshift({
      id: String(id),
      when: `${day.format(startedAt)}, ${time.format(startedAt)}`,
      lines: said.map((message) => ({
        id: String(message.id),
        name: message.name,
        isForHosts: message.audience === 'HOSTS',
        at: time.format(message.sentAt),
        text: message.text,
      })),
    });
  }
  return runs;
}
