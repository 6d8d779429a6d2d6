/**
 * What a visitor has typed to join is kept in a cookie of the meeting while they wait for it to begin: the page that
 * waits answers an address and no form, so that a reload sends nothing twice, with scripts or without.
 */
import { appendCookie, cookieOf } from '../../browser/cookies.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { CommandCall } from '../command.ts';
import { JOINING, type Joining } from './joining.ts';

const LIFE = 86_400;
/** A cookie of 4,096 is kept by every browser. */
const LONGEST = 3_500;

const nameOf = (sessionKey: number) => `joining_${sessionKey}`;

/** Whether it could be kept. */
export function keepJoining(call: CommandCall<Joining>, sessionKey: number): boolean {
  const { KEPT: _, ...typed } = call.parameters;
  const value = Buffer.from(JSON.stringify(typed)).toString('base64url');
  if (value.length > LONGEST) return false;
  appendCookie(call, { name: nameOf(sessionKey), value, sameSite: 'Lax', maxAge: LIFE });
  return true;
}

/** The call with what was typed before, where it says that something was. */
export function withKept<C extends CommandCall<Joining>>(call: C, sessionKey: number): C {
  const { parameters } = call;
  if (!parameters.KEPT) return call;
  return { ...call, parameters: { ...keptIn(call, sessionKey), ...onlyGiven(parameters) } };
}

export function forgetJoining(call: PageCall, sessionKey: number): void {
  if (cookieOf(call.request, nameOf(sessionKey)) === undefined) return;
  appendCookie(call, { name: nameOf(sessionKey), sameSite: 'Lax' });
}

/** A cookie is a visitor's own: what is read from it is what they might have typed. */
function keptIn({ request }: PageCall, sessionKey: number): Partial<Joining> {
  const cookie = cookieOf(request, nameOf(sessionKey));
  if (cookie === undefined) return {};
  try {
    const kept: unknown = JSON.parse(Buffer.from(cookie, 'base64url').toString());
    const entries = Object.entries(Object(kept) as Record<string, unknown>);
    return Object.fromEntries(
      entries.filter(([name, value]) => Object.hasOwn(JOINING, name) && typeof value === 'string'),
    );
  } catch {
    return {};
  }
}

function onlyGiven(parameters: Joining): Partial<Joining> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}
