/** meetings.php: somebody's own sessions: what is to come, what recurs, what is over and what was recorded. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { spokenTo } from '../../browser/appearance.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { meetingDays } from '../../browser/meetings/meeting-rows.ts';
import { MEETINGS_VIEWS, type MeetingsView } from '../../browser/pages/home-pages.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text, whole, word } from '../../browser/parameters/parameter.ts';
import { show } from '../../browser/show.ts';
import { signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { localeOf } from '../../language.ts';
import { mayStartSessions } from '../../policies/host.ts';
import { LISTS } from './meeting-lists.ts';

const MEETINGS = {
  V: word(
    'which sessions',
    MEETINGS_VIEWS.map((view) => view.toUpperCase()),
  ),
  Q: text('the beginning of the name', { longest: 512, cut: true, line: true }),
  PG: whole('which page, counted from 1', 'InvalidDataFormat'),
  WAS: word('what has been done', ['CANCELLED']),
};

/** Rows of a page. */
const SHOWN = 25;

/** Nobody pages further. */
const LAST_PAGE = 10_000;

export async function meetingsPhp(call: PageCall): Promise<FastifyReply> {
  const { folder, request } = call;
  const account = (await browserSessionOf(call))?.account;
  if (!account) return signInPage(call, { MU: folder.address('meetings.php') });
  const { V, Q, PG = 1, WAS } = parametersOf(request, MEETINGS);
  const view = MEETINGS_VIEWS.find((one) => one.toUpperCase() === V) ?? 'upcoming';
  const number = Math.min(Math.max(PG, 1), LAST_PAGE);
  const { rows, total } = await rowsOf(call, account, view, { name: Q, number });
  const page = (at: number) => addressOf(call, view, { ...(Q !== undefined && { Q }), PG: String(at) });
  return show(call, {
    page: 'meetings',
    view,
    views: MEETINGS_VIEWS.map((one) => ({ view: one, url: addressOf(call, one) })),
    meetings: meetingDays(call, account, rows),
    search: { action: folder.address('meetings.php'), fields: { V: view.toUpperCase() }, name: Q },
    before: number > 1 ? page(number - 1) : undefined,
    after: total > number * SHOWN ? page(number + 1) : undefined,
    schedule: mayStartSessions(account) ? folder.address('schedule.php') : undefined,
    done: WAS === 'CANCELLED' ? 'cancelled' : undefined,
  });
}

interface Asked {
  readonly name: string | undefined;
  readonly number: number;
}

async function rowsOf(call: PageCall, account: Account, view: MeetingsView, { name, number }: Asked) {
  const locale = localeOf(await spokenTo(call));
  const page = { startFrom: (number - 1) * SHOWN + 1, maximumNum: SHOWN };
  return LISTS[view](call, { account, locale, name, page });
}

function addressOf(
  { folder }: PageCall,
  view: MeetingsView,
  more: Readonly<Record<string, string>> = {},
): string {
  return folder.address('meetings.php', { V: view.toUpperCase(), ...more });
}
