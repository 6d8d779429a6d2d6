/**
 * Many users at once, from a file: each row creates an account or changes one, whole, or is refused with a reason. A row
 * that is there already is left as it is, so that a file that was broken off can be given again.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Executor } from '../../database/database.ts';
import { merged, type Partially } from '../../merge.ts';
import { Refusal, RuleBroken } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import { type Account, type AccountWithProfile, isSiteAdmin } from '../account.ts';
import { type AccountChange, type Accounts, keyOf } from '../accounts.ts';
import type { PasswordOwner } from '../password-rules.ts';
import { withAccountTracking } from '../tracking-values.ts';
import { type BatchColumn, type BatchWish, columnNamed, together } from './batch-columns.ts';
import type { BatchFile, BatchRow } from './batch-file.ts';

/** `same`: nothing of it was new. */
export const BATCH_VERDICTS = ['created', 'changed', 'same', 'refused'] as const;
export type BatchVerdict = (typeof BATCH_VERDICTS)[number];

export interface BatchResult {
  readonly line: number;
  readonly cells: readonly string[];
  readonly verdict: BatchVerdict;
  /** Why it was refused. */
  readonly comment: string;
}

export interface BatchOrder {
  /** Says what would be done, and does nothing. */
  readonly isDryRun: boolean;
  /**
   * Holds a new password against the rules of the site.
   * @param account whose it is, unless it is new
   * @returns what is changed with it, seen from the account as it is then
   */
  readonly password: (
    password: string,
    owner: PasswordOwner & { readonly isAdmin: boolean },
    account: AccountWithProfile | undefined,
  ) => Promise<(current: AccountWithProfile | undefined) => AccountChange>;
  /** Asked before an account is changed; it refuses by throwing. */
  readonly judge?: (account: AccountWithProfile, change: AccountChange) => void;
  /** What is to be written together with a new account. */
  readonly welcome?: (tx: Executor, created: Account) => Promise<void>;
  /** The line up to which the file was gone through before: of these rows nothing is told. */
  readonly startAfter?: number;
  readonly signal?: AbortSignal;
}

/** Rows that are written at the same time: they share a COMMIT. */
const AT_ONCE = 16;

const REQUIRED = ['FirstName', 'LastName', 'UserName'] as const;

/**
 * Goes through the rows in order, and tells of each when it is on disk.
 * @throws RuleBroken before anything is done when the headings are not understood; in the middle when the file breaks
 */
export async function* importBatch(
  accounts: Accounts,
  site: Site,
  file: BatchFile,
  order: BatchOrder,
): AsyncGenerator<BatchResult> {
  const columns = columnsOf(file.headings);
  const seen = new Map<string, number>();
  const underWay: Promise<BatchResult>[] = [];
  for await (const row of file.rows) {
    if (order.signal?.aborted) break;
    if (row.line <= (order.startAfter ?? 0)) {
      seenBefore(columns, row, seen);
      continue;
    }
    underWay.push(resultOf(accounts, site, columns, row, seen, order));
    const [first] = underWay;
    if (underWay.length < AT_ONCE || !first) continue;
    yield await first;
    underWay.shift();
  }
  for (const result of underWay) yield await result;
}

/** By their places. @throws RuleBroken */
function columnsOf(headings: readonly string[]): readonly (BatchColumn | undefined)[] {
  const columns = headings.map((heading) => {
    // The reasons of the time before: whoever forgot to take them out meant nothing by them.
    if (heading === '' || /^comments$/i.test(heading)) return undefined;
    const found = columnNamed(heading);
    if (!found) throw new RuleBroken('headings', `have ${heading}, which is no column of a file of users`);
    return found;
  });
  const names = columns.filter((one) => one !== undefined).map(({ heading }) => heading);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new RuleBroken('headings', `have ${twice} twice`);
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0 && !names.includes('UserID')) {
    throw new RuleBroken('headings', `lack ${missing.join(', ')}`);
  }
  return columns;
}

async function resultOf(
  accounts: Accounts,
  site: Site,
  columns: readonly (BatchColumn | undefined)[],
  { line, cells }: BatchRow,
  seen: Map<string, number>,
  order: BatchOrder,
): Promise<BatchResult> {
  try {
    const wish = wishOf(columns, cells);
    const name = nameOf(wish);
    const before = seen.get(name);
    seen.set(name, line);
    if (before !== undefined) throw new RuleBroken('UserName', `stands in line ${before} already`);
    const verdict = await carriedOut(accounts, site, wish, order);
    return { line, cells, verdict, comment: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { line, cells, verdict: 'refused', comment: error.message };
  }
}

/** What tells a row from the others of its file. */
function nameOf({ change, userId }: BatchWish): string {
  return keyOf(change.webExId ?? `#${userId}`);
}

/** A row that was done before keeps its name. */
function seenBefore(
  columns: readonly (BatchColumn | undefined)[],
  { line, cells }: BatchRow,
  seen: Map<string, number>,
): void {
  try {
    seen.set(nameOf(wishOf(columns, cells)), line);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** An empty cell wishes for nothing, a hyphen for an empty value. */
function wishOf(columns: readonly (BatchColumn | undefined)[], cells: readonly string[]): BatchWish {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== '')) {
    throw new RuleBroken('row', `has ${cells.length} cells under ${columns.length} headings`);
  }
  return columns.reduce<BatchWish>(
    (wish, column, at) => {
      const cell = cells[at] ?? '';
      return column && cell !== '' ? together(wish, column.read(cell === '-' ? '' : cell)) : wish;
    },
    { change: {} },
  );
}

async function carriedOut(
  accounts: Accounts,
  site: Site,
  wish: BatchWish,
  order: BatchOrder,
): Promise<BatchVerdict> {
  if (wish.userId === undefined) return created(accounts, site, wish, order);
  const account = await accounts.findByUserId(site, wish.userId);
  if (!account)
    throw new RuleBroken('UserID', 'is that of nobody on this site: leave it empty for a new user');
  return changed(accounts, site, await accounts.withProfile(account), wish, order);
}

async function created(
  accounts: Accounts,
  site: Site,
  { change, password }: BatchWish,
  order: BatchOrder,
): Promise<BatchVerdict> {
  const { webExId, firstName, lastName } = change;
  if (!webExId) throw new RuleBroken('UserName', 'is required');
  const there = await accounts.find(site, webExId);
  if (there) {
    const account = await accounts.withProfile(there);
    if (isSame(account, change)) return 'same';
    throw new RuleBroken('UserName', `is taken: give its UserID, ${account.userId}, to change that user`);
  }
  if (!firstName) throw new RuleBroken('FirstName', 'is required');
  if (!lastName) throw new RuleBroken('LastName', 'is required');
  // On the original a user name might be the address.
  const email = change.email ?? (webExId.includes('@') ? webExId : undefined);
  if (!email) throw new RuleBroken('Email', 'is required');
  const names = { webExId, firstName, lastName, email };
  const checked = withAccountTracking(site, change, { byAdministrator: true });
  if (order.isDryRun && (await accounts.findByEmail(site, email))) {
    throw new RuleBroken('Email', `${email} is taken`);
  }
  const owner = { ...names, isAdmin: change.profile?.privileges?.siteAdmin === true };
  const secret = password === undefined ? undefined : await order.password(password, owner, undefined);
  if (!order.isDryRun) {
    const newcomer = { passwordHash: null, ...checked, ...names, ...secret?.(undefined) };
    await accounts.create(site, newcomer, order.welcome);
  }
  return 'created';
}

async function changed(
  accounts: Accounts,
  site: Site,
  account: AccountWithProfile,
  { change: wished, password }: BatchWish,
  order: BatchOrder,
): Promise<BatchVerdict> {
  if (password === undefined && isSame(account, wished)) return 'same';
  const change = withAccountTracking(site, wished, { current: account, byAdministrator: true });
  order.judge?.(account, change);
  const isAdmin = change.profile?.privileges?.siteAdmin ?? isSiteAdmin(account);
  const owner = { ...account, ...change, isAdmin };
  const secret = password === undefined ? undefined : await order.password(password, owner, account);
  if (!order.isDryRun) {
    await accounts.change(site, account.webExId, (current) =>
      secret ? merged(change, secret(current) as Partially<AccountChange>) : change,
    );
  }
  return 'changed';
}

/** Whether the account is as the row has it already. */
function isSame(account: AccountWithProfile, change: AccountChange): boolean {
  const { profile: wished = {}, ...columns } = change;
  const own: Readonly<Record<string, unknown>> = { ...account };
  const isAsWished = Object.entries(columns).every(
    ([name, value]) => value === undefined || own[name] === value,
  );
  const profile = merged(account.profile, wished as Partially<typeof account.profile>);
  return isAsWished && isDeepStrictEqual(profile, account.profile);
}
