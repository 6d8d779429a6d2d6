/**
 * What a command of the URL API is (`AT` names it), and what every one goes through before it runs: the site's
 * switches, who is signed in, the CSRF token, the limits. How it ends is told to the back URL.
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts/account.ts';
import { type Actor, actingAs } from '../acting.ts';
import { type Results, report } from '../browser/answer.ts';
import { ask } from '../browser/ask.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { isOwnForm } from '../browser/own-form.ts';
import { noteRefusal, pageNote } from '../browser/page-notes/page-note.ts';
import { parametersOf, standsInAddress } from '../browser/parameters/declared.ts';
import { type Asked, address, type Declared, flag, text } from '../browser/parameters/parameter.ts';
import { Refused, reasonOf, statusOf } from '../browser/reasons.ts';
import { show } from '../browser/show.ts';
import { askToSignIn, isLink } from '../browser/sign-in/sign-in-page.ts';
import { type PageCall, pageActor } from '../browser/site-page.ts';
import { checkManagesItsUsers } from '../policies/site.ts';
import { Refusal } from '../refusal.ts';
import type { BrowserSession } from '../sign-in/tickets.ts';
import type { OutsiderKind } from '../throttle/outsiders.ts';
import type { ThrottleGroup } from '../throttle/throttle.ts';
import { askToConfirm, needsConfirmation } from './confirmation.ts';

/** @typeParam P what the command has asked for, as it declares it */
export interface CommandCall<P = unknown> extends PageCall {
  /** As it is echoed in AT. */
  readonly command: string;
  readonly parameters: P;
  /** Where the result is told (BU). */
  readonly back: string | undefined;
  /** A form of ours was filled in, so somebody is there to be asked again. */
  readonly isForm: boolean;
  readonly browserSession: BrowserSession | undefined;
}

/** A call by somebody who is signed in. */
export interface SignedInCall<P = unknown> extends CommandCall<P> {
  readonly browserSession: BrowserSession;
  readonly account: Account;
}

/** What a command that succeeded tells: results before ST, and results after it. */
export interface Success {
  readonly before?: Results;
  readonly after?: Results;
}

/** Most commands report; some answer with a page of their own. */
export type CommandOutcome = Success | FastifyReply;

interface Marks<D extends Declared> {
  /** What it does, for the manual. */
  readonly summary: string;
  /** What it reads; AT, BU, CSRF and the like are every command's. */
  readonly parameters?: D;
  /** What it tells beside ST, for the manual. */
  readonly tells?: string;
  /** For partners: the site's partner id (PID) comes before everything else. */
  readonly forPartners?: boolean;
  /** Counts against the site's limit for calls of its kind. */
  readonly throttled?: ThrottleGroup;
  /** Changes something: the site may ask for the CSRF token. */
  readonly changes?: boolean;
  /** No page of another site does it unasked. What changes something is so by itself. */
  readonly confirmed?: boolean;
  /** The site may have it closed for integrations (`supportAPI.autoLogin`). */
  readonly autoLogin?: boolean;
  /** What AT says in the answer, where that is another command. */
  readonly echo?: string;
  /** What a person who has not signed in is shown in the place of the sign-in page, if anything. */
  readonly shownToGuests?: (
    call: PageCall & { readonly parameters: Asked<D> },
  ) => Promise<FastifyReply | undefined>;
}

/** @see commandPage */
export interface Command extends Omit<Marks<Declared>, 'shownToGuests'> {
  readonly parameters: Declared;
  /** Reads what it declares, and shows it. */
  readonly shownToGuests?: (call: PageCall) => Promise<FastifyReply | undefined>;
  readonly needs: 'nobody' | 'account';
  /** Reads what it declares, and runs. */
  perform(call: CommandCall, account: SignedInCall | undefined): Promise<CommandOutcome>;
}

export type Commands = Readonly<Record<string, Command>>;

/** A command for anybody. */
export function forAnybody<const D extends Declared = Record<never, never>>({
  run,
  ...marks
}: Omit<Marks<D>, 'shownToGuests'> & { run(call: CommandCall<Asked<D>>): Promise<CommandOutcome> }): Command {
  const parameters = marks.parameters ?? {};
  return {
    ...marks,
    parameters,
    needs: 'nobody',
    perform: async (call) => run({ ...call, parameters: parametersOf(call.request, parameters) as Asked<D> }),
  };
}

/** A command for somebody who is signed in. */
export function forAccounts<const D extends Declared = Record<never, never>>({
  run,
  shownToGuests,
  ...marks
}: Marks<D> & { run(call: SignedInCall<Asked<D>>): Promise<CommandOutcome> }): Command {
  const parameters = marks.parameters ?? {};
  return {
    ...marks,
    ...(shownToGuests && {
      shownToGuests: (call) =>
        shownToGuests({ ...call, parameters: parametersOf(call.request, parameters) as Asked<D> }),
    }),
    parameters,
    needs: 'account',
    async perform(_call, signedIn) {
      if (!signedIn) throw new Refused('AccessDenied');
      return run({ ...signedIn, parameters: parametersOf(signedIn.request, parameters) as Asked<D> });
    },
  };
}

/** What every command reads, before it is known which one it is. */
export const EVERY_COMMAND = {
  AT: text('the command'),
  BU: address('the back URL: where the result is told'),
  ASKED: flag('a form of the site was filled in'),
};

const TOKEN = { CSRF: text('the token that LI has handed out') };
const PARTNER = { PID: text('the partner id of the site') };
const NAMED = { WID: text('whom LI was about') };

/** Commands are letters: anything else is not repeated. */
const COMMAND = /^[A-Z]{1,20}$/;

interface PageOptions {
  /** The command of a call without AT that has this parameter. */
  readonly otherwise?: { readonly parameter: Declared; readonly command: string };
  /** Without a back URL a failure is told by the site's own page, which is where people sign in. */
  readonly failsAtHome?: boolean;
}

/** A page of commands. A refusal becomes its reason word; a fault of ours goes on to the error page. */
export function commandPage(
  commands: Commands,
  { failsAtHome = false, otherwise }: PageOptions = {},
): CommandPage {
  const answer = async (page: PageCall): Promise<FastifyReply> => {
    // Mail scanners look at links before people do: that must not use up a ticket.
    if (page.request.method === 'HEAD') return page.reply.send();
    const { AT, BU, ASKED = false } = parametersOf(page.request, EVERY_COMMAND);
    const asked = (AT ?? impliedBy(page, otherwise) ?? '').toUpperCase();
    const named = COMMAND.test(asked) ? asked : '';
    const found = Object.hasOwn(commands, named) ? commands[named] : undefined;
    const command = found?.echo ?? named;
    pageNote(page.request.raw).operation = operationOf(page.request, command);
    const browserSession = await browserSessionOf(page);
    const call: CommandCall = {
      ...page,
      command,
      parameters: {},
      back: BU,
      isForm: ASKED,
      browserSession,
    };
    try {
      if (!found) throw new Refused('UnknownATCommand');
      checkSwitches(call, found);
      return await run(call, found);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      const hasBack = BU !== undefined;
      // Whoever follows a link can be asked who they are.
      const mayAsk = isLink(page.request) && !failsAtHome && ask(call) === 'person';
      if (reason === 'AccessDenied' && !call.browserSession && mayAsk) {
        return (hasBack ? undefined : await found?.shownToGuests?.(call)) ?? askToSignIn(call);
      }
      if (failsAtHome || hasBack) return failed(call, reason, error);
      logRefused(call, reason, error);
      return show(call, { page: 'error', status: statusOf(reason), problem: reason });
    }
  };
  return { commands, answer };
}

/** A page and its commands, which the manual and the tests list. */
export interface CommandPage {
  readonly commands: Commands;
  readonly answer: (call: PageCall) => Promise<FastifyReply>;
}

function impliedBy({ request }: PageCall, otherwise: PageOptions['otherwise']): string | undefined {
  if (!otherwise) return undefined;
  const there = Object.values(parametersOf(request, otherwise.parameter)).some(
    (value) => value !== undefined,
  );
  return there ? otherwise.command : undefined;
}

async function run(call: CommandCall, command: Command): Promise<FastifyReply> {
  const { browserSession } = call;
  if (command.forPartners) checkPartner(call);
  if (command.needs === 'account' && !browserSession) throw new Refused('AccessDenied');
  if (command.changes && browserSession) checkCSRF(call);
  const isConfirmed = !(command.changes || command.confirmed) || hasToken(call);
  if (!isConfirmed && (await needsConfirmation(call))) return askToConfirm(call);
  if (command.throttled) await count(call, command, command.throttled);
  const signedIn = browserSession && { ...call, browserSession, account: browserSession.account };
  const perform = () => command.perform(call, signedIn);
  return told(call, await actingAs(() => actorOf(call, command), perform));
}

function actorOf(call: CommandCall, { forPartners = false }: Command): Actor {
  const actor = { ...pageActor(call), face: 'url' } as const;
  return forPartners && actor.kind === 'visitor' ? { ...actor, kind: 'partner', name: 'partner' } : actor;
}

/**
 * Only who is signed in uses up what the site may do in a minute. Strangers, and partners, who all know the same
 * secret, have limits of their own, by where they come from.
 * @throws RateLimitReached
 */
async function count(call: CommandCall, command: Command, group: ThrottleGroup): Promise<void> {
  const { context, site, browserSession } = call;
  if (browserSession) return context.throttle.count(site, group);
  if (command.forPartners) countByAddress(call, 'partners', site.settings.throttling[group]);
  else countByAddress(call, 'strangers', site.settings.throttling.strangers);
}

function countByAddress({ context, site, request }: CommandCall, who: OutsiderKind, limit: number): void {
  context.outsiders.count(site, who, limit, context.callerAddress(request.raw));
}

/** AT, what stands before ST, ST, and what follows it; a meeting key is always the last. */
function told(call: CommandCall, outcome: CommandOutcome): FastifyReply | Promise<FastifyReply> {
  if (isReply(outcome)) return outcome;
  return report(call, call.back, [
    ['AT', call.command],
    ...(outcome.before ?? []),
    ['ST', 'SUCCESS'],
    ...(outcome.after ?? []),
  ]);
}

function isReply(outcome: CommandOutcome): outcome is FastifyReply {
  return 'raw' in outcome;
}

/** No account has a longer name (a webExID may be an e-mail address). */
const LONGEST_NAME = 192;

/** Reports a failure: `AT=…&ST=FAIL&RS=…`; LI tells whom it was about. */
export function failed(
  call: CommandCall,
  reason: string,
  error: unknown,
): FastifyReply | Promise<FastifyReply> {
  const WID = triedBy(call);
  logRefused(call, reason, error);
  return report(call, call.back, [
    ['AT', call.command],
    ...(WID === undefined ? [] : [['WID', WID] as const]),
    ['ST', 'FAIL'],
    ['RS', reason],
  ]);
}

/** Whom somebody says that they are, when they sign in. */
function triedBy({ command, request }: CommandCall): string | undefined {
  const WID = command === 'LI' ? parametersOf(request, NAMED).WID : undefined;
  return WID === undefined || WID.length > LONGEST_NAME ? undefined : WID;
}

export function logRefused(call: CommandCall, reason: string, error: unknown): void {
  const { context, request, site, browserSession, command } = call;
  const tried = triedBy(call);
  noteRefusal(request.raw, reason, error);
  pageNote(request.raw).triedWebExID = tried;
  context.log.pageRefused(request.id, {
    site: site.siteName,
    caller: browserSession?.account.webExId,
    tried,
    page: pageOf(request),
    command,
    reason,
    detail: error instanceof Refusal ? error.message : undefined,
  });
}

/** Such as `m.php`. */
function pageOf({ url }: FastifyRequest): string {
  return url.split('?')[0]?.split('/').at(-1) ?? '';
}

/** `m.php JM`, as the request log names it. */
function operationOf(request: FastifyRequest, command: string): string {
  return command === '' ? pageOf(request) : `${pageOf(request)} ${command}`;
}

/** @throws Refused when the site's switches forbid the call as it came */
function checkSwitches(call: CommandCall, command: Command): void {
  const { urlAPI, supportAPI } = call.site.settings;
  const isSecretShown = ['PW', 'PID'].some((name) => standsInAddress(call.request, name));
  if (urlAPI.enforcePost && isSecretShown) {
    throw new Refused('PostRequired');
  }
  if (command.autoLogin && !supportAPI.autoLogin && !isOwnForm(call)) {
    throw new Refused('AutoLoginDisabled');
  }
}

/** @throws Refused when the site asks for the token of the session, and this is not it */
function checkCSRF(call: CommandCall): void {
  if (!call.site.settings.urlAPI.requireCSRF || isOwnForm(call)) return;
  if (!hasToken(call)) throw new Refused('CSRFRequired');
}

/** Whether the call bears the token of who is signed in. */
function hasToken({ request, browserSession }: CommandCall): boolean {
  const sent = Buffer.from(parametersOf(request, TOKEN).CSRF ?? '');
  const right = Buffer.from(browserSession?.csrf ?? '');
  return right.length > 0 && sent.length === right.length && timingSafeEqual(sent, right);
}

/**
 * @throws Refused (PartnerIDError) for another partner id than the site's, or where it has none.
 * @throws RateLimitReached
 */
function checkPartner(call: CommandCall): void {
  const { site, request } = call;
  const right = Buffer.from(site.settings.partnerID);
  const given = Buffer.from(parametersOf(request, PARTNER).PID ?? '');
  if (right.length === 0 || right.length !== given.length || !timingSafeEqual(right, given)) {
    // The id is a secret, and not tried out without limit.
    countByAddress(call, 'strangers', site.settings.throttling.strangers);
    throw new Refused('PartnerIDError');
  }
  checkManagesItsUsers(site);
}
