/** Who has come to a recording, and what they have shown: by their sign-in, by a cookie, or by a ticket. */
import type { Account } from '../../accounts/account.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { appendCookie, cookieOf } from '../../browser/cookies.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { hurdleTo, type Viewer } from '../../policies/kept-recording.ts';
import { admitsStrangers } from '../../policies/site.ts';
import { type Recording, RecordingNotFound } from '../../recordings/recording.ts';
import {
  LIVES,
  type ReadTicket,
  type RecordingTicketPurpose,
  type Shown,
} from '../../recordings/recording-tickets.ts';
import { isSame } from '../../sessions/password.ts';
import { checkActive } from '../../sign-in/standing.ts';

export interface KnownViewer extends Viewer {
  /** The viewID under which they registered for it. */
  readonly registration: number | undefined;
}

export async function viewerOf(call: PageCall, recording: Recording): Promise<KnownViewer> {
  const account = (await browserSessionOf(call))?.account;
  const pass = passesOf(call).find(({ read }) => read.recordID === recording.id);
  return viewerWith(call, recording, account, pass?.read);
}

async function viewerWith(
  { context }: PageCall,
  recording: Recording,
  account: Account | undefined,
  ticket: ReadTicket | undefined,
): Promise<KnownViewer> {
  return {
    account,
    hasPassword: ticket?.isPasswordOf(recording) ?? false,
    registration: ticket?.registration,
    isRegistered: ticket?.registration !== undefined,
    isSharedWith: account && (await context.recordingShares.isSharedWith(recording, account.id)),
  };
}

/** One cookie for all recordings: were there one for each, a diligent student's requests would become too large. */
const COOKIE = 'recordings';
const MOST_PASSES = 12;
/** Seconds. */
const COOKIE_LIFE = LIVES.pass / 1000;

interface Pass {
  readonly ticket: string;
  readonly read: ReadTicket;
}

/** Of the recordings that this browser passes to, the last one first. */
function passesOf({ request, site, context }: PageCall): Pass[] {
  const tickets = (cookieOf(request, COOKIE) ?? '').split('.').slice(0, MOST_PASSES);
  return tickets.flatMap((ticket) => {
    const read = context.recordingTickets.read(site, 'pass', ticket);
    return read ? [{ ticket, read }] : [];
  });
}

/** Lets this browser pass from now on. */
export function letPass(
  call: PageCall,
  recording: Recording,
  { registration, hasPassword }: Pick<KnownViewer, 'registration' | 'hasPassword'>,
): void {
  const { site, context } = call;
  const ticket = context.recordingTickets.give(site, 'pass', recording, { registration, hasPassword });
  const others = passesOf(call).filter(({ read }) => read.recordID !== recording.id);
  const tickets = [ticket, ...others.map((other) => other.ticket)].slice(0, MOST_PASSES);
  appendCookie(call, { name: COOKIE, value: tickets.join('.'), sameSite: 'Lax', maxAge: COOKIE_LIFE });
}

export function shownBy({ account, registration, hasPassword }: KnownViewer): Shown {
  return { account: account?.id, registration, hasPassword };
}

export function ticketFor(
  { site, context }: PageCall,
  purpose: RecordingTicketPurpose,
  recording: Recording,
  viewer: KnownViewer,
): string {
  return context.recordingTickets.give(site, purpose, recording, shownBy(viewer));
}

export interface OpenedRecording {
  readonly recording: Recording;
  readonly viewer: KnownViewer;
}

/**
 * What a ticket opens now: what has been closed, deleted or given another password since is not opened.
 * @throws RecordingNotFound, the same for a wrong ticket, an old one, and one of something that has gone
 */
export async function openedBy(
  call: PageCall,
  purpose: Exclude<RecordingTicketPurpose, 'pass'>,
  ticket: string | undefined,
): Promise<OpenedRecording> {
  const { site, context } = call;
  const read = context.recordingTickets.read(site, purpose, ticket);
  const recording = read && (await context.recordings.find(site, read.recordID));
  if (!recording || recording.deletedAt !== null) throw new RecordingNotFound('by that ticket');
  const account = read.account === undefined ? undefined : await activeAccount(call, read.account);
  const viewer = await viewerWith(call, recording, account, read);
  const isClosed = !account && !admitsStrangers(site);
  if (isClosed || hurdleTo(purpose === 'play' ? 'view' : 'download', recording, viewer)) {
    throw new RecordingNotFound('by that ticket');
  }
  return { recording, viewer };
}

/** @throws RecordingNotFound for an account that may not be used any more */
async function activeAccount({ site, context }: PageCall, id: number): Promise<Account> {
  const account = await context.accounts.findById(id);
  if (account?.site !== site.id) throw new RecordingNotFound('by that ticket');
  checkActive(account, context.clock.now());
  return account;
}

/**
 * Whether that is the recording's password. What is wrong is counted, by the recording and by where it comes from.
 * @throws TooManyGuesses
 */
export async function isPassword(call: PageCall, recording: Recording, attempt: string): Promise<boolean> {
  const { context, site, request } = call;
  const { password } = recording.document;
  if (password === undefined) return true;
  // Guesses are counted by the numbers of sessions; no session has one below zero.
  const counted = -recording.id;
  const address = context.callerAddress(request.raw);
  if (isSame(password, attempt)) {
    await context.guesses.check(site, counted, address);
    return true;
  }
  await context.guesses.wrong(site, counted, address);
  return false;
}

/**
 * Programs give a recording's password in a header, as the player of the original does.
 * @throws TooManyGuesses
 */
export async function withGivenPassword(
  call: PageCall,
  recording: Recording,
  viewer: KnownViewer,
): Promise<KnownViewer> {
  const given = call.request.headers.accesspwd;
  if (viewer.hasPassword || typeof given !== 'string' || given === '') return viewer;
  return { ...viewer, hasPassword: await isPassword(call, recording, given) };
}
