/** What a site's own words for a mail must keep to. */
import { RuleBroken } from '../refusal.ts';
import { nearest } from '../xml/nearest.ts';
import { PLACEHOLDERS, WAY_IN } from './placeholders.ts';
import { WITHOUT_WAY_IN } from './session-mail.ts';
import { keyOf, PARTS, PLACEHOLDER, type SiteWords } from './site-words.ts';
import type { MailKind } from './texts.ts';

/** In mails about accounts, each with what it stands for. */
export const ACCOUNT_PLACEHOLDERS = {
  PersonName: 'the name of the account holder',
  UserName: 'their user name',
  Email: 'their e-mail address',
  SiteName: 'the name of the site',
  SiteURL: 'the address of the site',
} as const;

/** About accounts and personal rooms. */
const OF_ACCOUNTS: ReadonlySet<MailKind> = new Set([
  'lobby',
  'entered',
  'welcome',
  'passwordReset',
  'emailConfirmation',
  'recordingShared',
]);

/** Without their link these mails are of no use. */
const NEEDS_LINK: ReadonlySet<MailKind> = new Set([
  'welcome',
  'passwordReset',
  'emailConfirmation',
  'recordingShared',
]);

export function isOfAccounts(kind: MailKind): boolean {
  return OF_ACCOUNTS.has(kind);
}

/** The placeholders of such a mail, with what they stand for. */
export function placeholdersOf(kind: MailKind): Readonly<Record<string, string>> {
  if (isOfAccounts(kind)) return { ...PARTS, ...ACCOUNT_PLACEHOLDERS };
  const hidden: ReadonlySet<string> = new Set(WITHOUT_WAY_IN.has(kind) ? WAY_IN : []);
  return {
    ...PARTS,
    ...Object.fromEntries(Object.entries(PLACEHOLDERS).filter(([name]) => !hidden.has(name))),
  };
}

const LONGEST_SUBJECT_WORDS = 250;
const LONGEST_CONTENT = 20_000;

/** @throws RuleBroken when they cannot stand in such a mail */
export function checkSiteWords(kind: MailKind, { subject, content }: SiteWords): void {
  if (subject.length > LONGEST_SUBJECT_WORDS) {
    throw new RuleBroken('subject', `may have at most ${LONGEST_SUBJECT_WORDS} characters`);
  }
  if (/[\r\n]/.test(subject)) throw new RuleBroken('subject', 'must be one line');
  if (content.length > LONGEST_CONTENT) {
    throw new RuleBroken('content', `may have at most ${LONGEST_CONTENT} characters`);
  }
  for (const [element, text] of [
    ['subject', subject],
    ['content', content],
  ] as const) {
    if (text.includes('\0')) throw new RuleBroken(element, 'may not have a NUL');
    checkPlaceholders(kind, element, text);
  }
  if (content.trim() !== '' && NEEDS_LINK.has(kind) && !namesIn(content).includes(keyOf('Link'))) {
    throw new RuleBroken('content', 'must have %Link%: without it nobody can do what the mail is for');
  }
}

function checkPlaceholders(kind: MailKind, element: 'subject' | 'content', text: string): void {
  const known = Object.keys(placeholdersOf(kind)).filter((name) => element === 'content' || !isBlock(name));
  const keys = new Map(known.map((name) => [keyOf(name), name]));
  for (const [whole, name = ''] of text.matchAll(PLACEHOLDER)) {
    if (keys.has(keyOf(name))) continue;
    throw new RuleBroken(element, `${whole} ${why(kind, element, name, known)}`);
  }
}

/** A table stands in no subject. */
function isBlock(name: string): boolean {
  return name === 'Opening' || name === 'Details' || name === 'Link';
}

function why(kind: MailKind, element: string, name: string, known: readonly string[]): string {
  const isHidden = (WAY_IN as readonly string[]).some((hidden) => keyOf(hidden) === keyOf(name));
  if (isHidden && !isOfAccounts(kind)) return 'tells the way in, and who gets this mail has none';
  if (Object.keys(PARTS).some((part) => keyOf(part) === keyOf(name))) return `cannot stand in the ${element}`;
  const meant = nearest(name, known);
  return meant === undefined
    ? `is no placeholder of this mail; there are ${known.map((each) => `%${each}%`).join(', ')}`
    : `is no placeholder; did you mean %${meant}%?`;
}

function namesIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => keyOf(name));
}
