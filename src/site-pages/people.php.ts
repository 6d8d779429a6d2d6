/** people.php: who may be meant by what a host types, as JSON: their contacts first, then accounts of the site. */
import type { FastifyReply } from 'fastify';
import { browserSessionOf } from '../browser/browser-session.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text as words } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import { mayFindPeople } from '../policies/contact.ts';

const PEOPLE = { Q: words('the beginning of a name or an address', { longest: 100, cut: true }) };

/** Of each kind. */
const MOST = 6;

const NOBODY_LOCKED = { tries: Number.MAX_SAFE_INTEGER, since: 0 };

export async function peoplePhp(call: PageCall): Promise<FastifyReply> {
  const { context, site, reply, request } = call;
  const account = (await browserSessionOf(call))?.account;
  if (!account) return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
  if (!mayFindPeople(account)) return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
  const { Q = '' } = parametersOf(request, PEOPLE);
  const text = Q.trim();
  const contacts = text === '' ? [] : await context.contacts.matching(account, text, MOST);
  const accounts = text === '' ? [] : await accountsLike(call, text);
  const people = new Map<string, { readonly name: string; readonly email: string }>();
  for (const { name = '', email } of [...contacts, ...accounts]) {
    const key = email.toLowerCase();
    if (!people.has(key)) people.set(key, { name, email });
  }
  return reply
    .headers({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    .send({ people: [...people.values()].slice(0, MOST + 2), site: site.siteName });
}

async function accountsLike({ context, site }: PageCall, text: string) {
  const { accounts } = await context.accountDirectory.page(
    site,
    { text, state: 'active', now: context.clock.now(), lockout: NOBODY_LOCKED },
    { order: { by: 'name', descending: false }, size: MOST },
  );
  return accounts.map(({ firstName, lastName, email }) => ({
    name: `${firstName} ${lastName}`.trim(),
    email,
  }));
}
