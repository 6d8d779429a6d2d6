/** The way between the pages of somebody who is signed in: which of them there are for them, in the order of the links. */
import type { Account } from '../../accounts/account.ts';
import { mayKeepContacts } from '../../policies/contact.ts';
import { mayStartSessions } from '../../policies/host.ts';
import { mayListRecordings } from '../../policies/kept-recording.ts';
import type { PageCall } from '../site-page.ts';
import type { NavItem, NavLink } from './nav-link.ts';
import type { PageContent } from './page-data.ts';

interface Stop {
  readonly item: NavItem;
  /** Its address, below the site's folder. */
  readonly path: string;
  /** Who has it. */
  readonly may: (account: Account) => boolean;
}

const everybody = () => true;

/** A page that is not there has no line here. */
const STOPS: readonly Stop[] = [
  { item: 'home', path: '', may: everybody },
  { item: 'meetings', path: 'meetings.php', may: everybody },
  { item: 'schedule', path: 'schedule.php', may: mayStartSessions },
  { item: 'recordings', path: 'recordings.php', may: mayListRecordings },
  { item: 'contacts', path: 'contacts.php', may: mayKeepContacts },
  { item: 'room', path: 'room-settings.php', may: mayStartSessions },
  { item: 'profile', path: 'profile.php', may: everybody },
];

/** The kinds of page that show the way, and which of the links they are behind. */
const PAGES: ReadonlyMap<PageContent['page'], NavItem | undefined> = new Map([
  ['home', 'home'],
  ['meetings', 'meetings'],
  ['schedule', 'schedule'],
  ['occurrence', 'schedule'],
  ['session', undefined],
  ['recordings', 'recordings'],
  ['recording-settings', 'recordings'],
  ['programs', undefined],
  ['reference', undefined],
  ['registrants', undefined],
  ['chats', undefined],
  ['change-password', 'profile'],
  ['profile', 'profile'],
  ['devices', 'profile'],
  ['tokens', 'profile'],
  ['room-settings', 'room'],
  ['contacts', 'contacts'],
]);

/** Nothing on pages that are a step on somebody's way elsewhere. */
export function hostNav(
  { folder }: PageCall,
  account: Account,
  page: PageContent['page'],
): readonly NavLink[] | undefined {
  if (!PAGES.has(page)) return undefined;
  const current = PAGES.get(page);
  return STOPS.filter(({ may }) => may(account)).map(({ item, path }) => ({
    item,
    url: folder.address(path),
    isCurrent: item === current,
  }));
}
