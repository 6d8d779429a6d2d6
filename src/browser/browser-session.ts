/** The browser's session cookie: one for each site. It is read once a request, however many ask. */
import type { FastifyRequest } from 'fastify';
import type { Account } from '../accounts/account.ts';
import type { SamlSession } from '../sign-in/saml/types.ts';
import type { BrowserSession } from '../sign-in/tickets.ts';
import { appendCookie, cookiesOf } from './cookies.ts';
import type { PageCall } from './site-page.ts';

/** As the original named it; an API client looks for it. */
const COOKIE = 'ticket';

const READ = new WeakMap<FastifyRequest, Promise<BrowserSession | undefined>>();

/** Who was found, for what must be known at once. */
const FOUND = new WeakMap<FastifyRequest, Account>();

/** Who is known by now to be signed in; nobody before anything has asked. */
export function foundAccountOf(request: FastifyRequest): Account | undefined {
  return FOUND.get(request);
}

/** Who is signed in to the site in this browser. */
export function browserSessionOf(call: PageCall): Promise<BrowserSession | undefined> {
  const read = READ.get(call.request) ?? readSession(call);
  READ.set(call.request, read);
  return read;
}

async function readSession({ request, site, context }: PageCall): Promise<BrowserSession | undefined> {
  for (const cookie of cookiesOf(request, COOKIE)) {
    const browserSession = await context.tickets.browserSession(cookie, site);
    if (!browserSession) continue;
    FOUND.set(request, browserSession.account);
    return browserSession;
  }
  return undefined;
}

/**
 * Signs the account in; whoever was signed in before is not any more.
 * @returns the CSRF token
 */
export async function openBrowserSession(
  call: PageCall,
  account: Account,
  samlSession?: SamlSession,
): Promise<string> {
  const { site, context } = call;
  await dropSessions(call);
  const { raw, headers } = call.request;
  const told = { userAgent: headers['user-agent'], address: context.callerAddress(raw) };
  const { cookie, csrf, id } = await context.tickets.openBrowserSession(account, site, samlSession, told);
  await context.accounts.countVisit(account);
  appendCookie(call, { name: COOKIE, value: cookie, sameSite: 'Lax' });
  READ.set(call.request, Promise.resolve({ id, account, csrf, ...(samlSession && { samlSession }) }));
  FOUND.set(call.request, account);
  return csrf;
}

/** Signs out, whoever is or is not signed in. */
export async function closeBrowserSession(call: PageCall): Promise<void> {
  await dropSessions(call);
  appendCookie(call, { name: COOKIE, sameSite: 'Lax' });
  READ.set(call.request, Promise.resolve(undefined));
  FOUND.delete(call.request);
}

async function dropSessions({ request, context }: PageCall): Promise<void> {
  for (const cookie of cookiesOf(request, COOKIE)) await context.tickets.closeBrowserSession(cookie);
}
