/** Who may see, change, play and fetch a recording that is kept. */
import { type Account, isHost } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { type Recording, RecordingNotFound } from '../recordings/recording.ts';
import type { RecordingSearch } from '../recordings/recording-list.ts';
import type { JudgeOfRecording } from '../recordings/recordings.ts';
import { AccessDenied } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { mayAdminister, mayReadSite } from './site.ts';

type Owned = Pick<Recording, 'id' | 'host' | 'site'>;

/** Its host, and administrators of its site. */
export function mayManageRecording(recording: Owned, account: Account | undefined): boolean {
  if (account?.site !== recording.site) return false;
  return account.id === recording.host || mayAdminister(account);
}

export function isOwnRecording(recording: Owned, account: Account): boolean {
  return account.site === recording.site && account.id === recording.host;
}

/** Those who may manage it, and administrators who may only read. */
export function maySeeRecording(recording: Owned, account: Account | undefined): boolean {
  if (mayManageRecording(recording, account)) return true;
  return account !== undefined && account.site === recording.site && mayReadSite(account);
}

/** Whether the pages of a session lead to it: the link of one that is not public is its host's to give. */
export function mayBeLedToRecording(recording: Recording, account: Account | undefined): boolean {
  const { listing, fileAccess } = recording.document;
  return maySeeRecording(recording, account) || (listing === 'PUBLIC' && fileAccess.attendeeView);
}

/**
 * For whoever it is not theirs a recording does not exist.
 * @throws RecordingNotFound
 * @throws AccessDenied for administrators who may only read
 */
export function checkManagesRecording(recording: Owned, account: Account | undefined): void {
  if (mayManageRecording(recording, account)) return;
  if (maySeeRecording(recording, account)) throw new AccessDenied('an administrator who may only read');
  throw new RecordingNotFound(recording.id);
}

/** @throws RecordingNotFound */
export function checkSeesRecording(recording: Owned, account: Account | undefined): void {
  if (!maySeeRecording(recording, account)) throw new RecordingNotFound(recording.id);
}

/**
 * Whose recordings a list tells: an administrator's that of the site, or of one host whom they name; everybody else's
 * their own, whomever they name. Nothing comes back when the host whom an administrator names does not exist.
 */
export async function recordingsFor(
  accounts: Accounts,
  site: Site,
  caller: Account,
  hostWebExID: string | undefined,
): Promise<Pick<RecordingSearch, 'host'> | undefined> {
  if (!mayReadSite(caller)) return { host: caller.id };
  if (hostWebExID === undefined) return {};
  const host = await accounts.find(site, hostWebExID);
  return host && { host: host.id };
}

/** Judges a change, and what is done with the bin, inside the write. */
export function judgeOfRecording(account: Account): JudgeOfRecording {
  return (recording) => checkManagesRecording(recording, account);
}

/** What somebody who follows a link has shown of themselves. */
export interface Viewer {
  /** Whose browser session or ticket it is. */
  readonly account?: Account | undefined;
  /** They have given the recording's password. */
  readonly hasPassword: boolean;
  /** They have registered for it. */
  readonly isRegistered: boolean;
  /** Its host has shared it with their account. */
  readonly isSharedWith?: boolean | undefined;
}

/** What a viewer has to do first, in this order; nothing when they may. `closed`: nobody but its host may. */
export type Hurdle = 'closed' | 'password' | 'registration';

/**
 * What stands between somebody with the link and a recording. Whoever may see it as its host or an administrator passes
 * everything (`fileAccess` of ep.xsd speaks of attendees).
 */
export function hurdleTo(
  purpose: 'view' | 'download',
  recording: Recording,
  { account, hasPassword, isRegistered, isSharedWith = false }: Viewer,
): Hurdle | undefined {
  if (maySeeRecording(recording, account)) return undefined;
  const { password, fileAccess } = recording.document;
  // With whom it is shared is named by its host; whether it may be fetched is said of everybody.
  if (isSharedWith && (purpose === 'view' || fileAccess.attendeeDownload)) return undefined;
  if (!(purpose === 'view' ? fileAccess.attendeeView : fileAccess.attendeeDownload)) return 'closed';
  if (password !== undefined && !hasPassword) return 'password';
  return fileAccess.registration && !isRegistered ? 'registration' : undefined;
}

export function mayBringRecordings(account: Account): boolean {
  return isHost(account) || mayAdminister(account);
}

/** @throws AccessDenied for those who have no meetings of their own */
export function checkBringsRecordings(account: Account): void {
  if (!mayBringRecordings(account)) throw new AccessDenied('only hosts may bring recordings');
}

/** Not of their own alone, but all that the site keeps. */
export function mayListRecordingsOfSite(account: Account): boolean {
  return mayReadSite(account);
}

/** Who has a list of recordings at all. */
export function mayListRecordings(account: Account): boolean {
  return mayBringRecordings(account) || mayListRecordingsOfSite(account);
}
