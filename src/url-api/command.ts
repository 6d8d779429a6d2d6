/**
 * What a command of the URL API is (`AT` names it), and what every one goes through before it runs: the site's
 * switches, who is signed in, the CSRF token, the limits. How it ends is told to the back URL.
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Account } from '../accounts/account.ts';
import { type Results, report } from '../browser/answer.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { isOwnForm } from '../browser/own-form.ts';
import { type Parameters, parametersOf } from '../browser/parameters.ts';
import { Refused, reasonOf } from '../browser/reasons.ts';
import { show } from '../browser/show.ts';
import { askToSignIn } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import type { BrowserSession } from '../sign-in/tickets.ts';
import type { ThrottleGroup } from '../throttle/throttle.ts';

export interface CommandCall extends PageCall {
  /** As it is echoed in AT. */
  readonly command: string;
  readonly parameters: Parameters;
  readonly browserSession: BrowserSession | undefined;
}

/** A call by somebody who is signed in. */
export interface SignedInCall extends CommandCall {
  readonly browserSession: BrowserSession;
  readonly account: Account;
}

/** What a command that succeeded tells: results before ST, and results after it. */
export interface Success {
  readonly before?: Results;
  readonly after?: Results;
}

/** Most commands report; some answer with a page of their own. */
export type Outcome = Success | FastifyReply;

interface Marks {
  /** Counts against the site's limit for calls of its kind. */
  readonly throttled?: ThrottleGroup;
  /** Changes something: the site may ask for the CSRF token. */
  readonly changes?: boolean;
  /** The site may have it closed for integrations (`supportAPI.autoLogin`). */
  readonly autoLogin?: boolean;
  /** What AT says in the answer, where that is another command. */
  readonly echo?: string;
}

/** @see commandPage */
export type Command = Marks &
  (
    | { readonly needs: 'nobody'; run(call: CommandCall): Promise<Outcome> }
    | { readonly needs: 'account'; run(call: SignedInCall): Promise<Outcome> }
  );

export type Commands = Readonly<Record<string, Command>>;

/** Commands are letters: anything else is not repeated. */
const COMMAND = /^[A-Z]{1,20}$/;

interface PageOptions {
  /** The command of a call without AT. */
  readonly otherwise?: (parameters: Parameters) => string | undefined;
  /** Without a back URL a failure is told by the site's own page, which is where people sign in. */
  readonly failsAtHome?: boolean;
}

/** A page of commands. A refusal becomes its reason word; a fault of ours goes on to the error page. */
export function commandPage(
  commands: Commands,
  { failsAtHome = false, otherwise = () => undefined }: PageOptions = {},
): (call: PageCall) => Promise<FastifyReply> {
  return async (page) => {
    // Mail scanners look at links before people do: that must not use up a ticket.
    if (page.request.method === 'HEAD') return page.reply.send();
    const parameters = parametersOf(page.request);
    const asked = (parameters.get('AT') ?? otherwise(parameters) ?? '').toUpperCase();
    const named = COMMAND.test(asked) ? asked : '';
    const found = Object.hasOwn(commands, named) ? commands[named] : undefined;
    const command = found?.echo ?? named;
    const call: CommandCall = { ...page, command, parameters, browserSession: await browserSessionOf(page) };
    try {
      if (!found) throw new Refused('UnknownATCommand');
      checkSwitches(call, found);
      return await run(call, found);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      const hasBack = parameters.get('BU') !== undefined;
      // Whoever follows a link can be asked who he is.
      const isLink = page.request.method === 'GET' && !hasBack && !failsAtHome;
      if (reason === 'AccessDenied' && !call.browserSession && isLink) return askToSignIn(call);
      if (failsAtHome || hasBack) return failed(call, reason);
      logRefused(call, reason);
      return show(call, { page: 'error', status: 200, problem: reason });
    }
  };
}

async function run(call: CommandCall, command: Command): Promise<FastifyReply> {
  const { context, site } = call;
  if (command.needs === 'nobody') {
    if (command.throttled) await context.throttle.count(site, command.throttled);
    return told(call, await command.run(call));
  }
  const { browserSession } = call;
  if (!browserSession) throw new Refused('AccessDenied');
  if (command.changes) checkCSRF(call, browserSession);
  if (command.throttled) await context.throttle.count(site, command.throttled);
  return told(call, await command.run({ ...call, browserSession, account: browserSession.account }));
}

/** AT, what stands before ST, ST, and what follows it; a meeting key is always the last. */
function told(call: CommandCall, outcome: Outcome): FastifyReply | Promise<FastifyReply> {
  if (isReply(outcome)) return outcome;
  return report(call, call.parameters.get('BU'), [
    ['AT', call.command],
    ...(outcome.before ?? []),
    ['ST', 'SUCCESS'],
    ...(outcome.after ?? []),
  ]);
}

function isReply(outcome: Outcome): outcome is FastifyReply {
  return 'raw' in outcome;
}

/** No account has a longer name (a webExID may be an e-mail address). */
const LONGEST_NAME = 192;

/** Reports a failure: `AT=…&ST=FAIL&RS=…`; LI tells whom it was about. */
export function failed(call: CommandCall, reason: string): FastifyReply | Promise<FastifyReply> {
  logRefused(call, reason);
  const WID = call.command === 'LI' ? call.parameters.get('WID') : undefined;
  return report(call, call.parameters.get('BU'), [
    ['AT', call.command],
    ...(WID === undefined || WID.length > LONGEST_NAME ? [] : [['WID', WID] as const]),
    ['ST', 'FAIL'],
    ['RS', reason],
  ]);
}

function logRefused({ context, request, site, browserSession, command }: CommandCall, reason: string): void {
  context.log.pageRefused(request.id, {
    site: site.siteName,
    caller: browserSession?.account.webExId,
    page: request.url.split('?')[0]?.split('/').at(-1) ?? '',
    command,
    reason,
  });
}

/** Errors: `Refused` where the site's switches forbid the call as it came. */
function checkSwitches(call: CommandCall, command: Command): void {
  const { urlAPI, supportAPI } = call.site.settings;
  const { parameters } = call;
  if (urlAPI.enforcePost && (parameters.isInQuery('PW') || parameters.isInQuery('PID'))) {
    throw new Refused('PostRequired');
  }
  if (command.autoLogin && !supportAPI.autoLogin && !isOwnForm(call, parameters)) {
    throw new Refused('AutoLoginDisabled');
  }
}

/** Errors: `Refused` where the site asks for the token of the session, and this is not it. */
export function checkCSRF({ site, parameters }: CommandCall, { csrf }: BrowserSession): void {
  if (!site.settings.urlAPI.requireCSRF) return;
  const given = Buffer.from(parameters.get('CSRF') ?? '');
  const right = Buffer.from(csrf);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Refused('CSRFRequired');
}
