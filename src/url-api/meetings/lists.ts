/** LM and OM: the caller's meetings, and those that are open now, as lists of keys in the body (recorded 2013: OM). */
import type { FastifyReply } from 'fastify';
import { type Asked, word } from '../../browser/parameters/parameter.ts';
import { listedFor } from '../../policies/listed-for.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import type { CommandCall } from '../command.ts';
import { SERVICE_CODES } from '../service-codes.ts';

/** Keys of one answer. */
const MOST = 500;

export const LISTS = { servicename: word('of one service alone', [...SERVICE_CODES.keys()]) };

/** A list may be empty. */
export async function keysOf(call: CommandCall<Asked<typeof LISTS>>, inProgress: boolean): Promise<number[]> {
  const { context, site, browserSession, parameters } = call;
  if (!browserSession) return [];
  const scope = await listedFor(context.accounts, site, browserSession.account, { invited: true });
  const asked = parameters.servicename;
  const services: readonly ServiceType[] | undefined =
    asked === undefined ? undefined : [SERVICE_CODES.get(asked)].flatMap((service) => service ?? []);
  if (!scope || services?.length === 0) return [];
  const window = { endFrom: context.clock.now() };
  if (!inProgress) await context.sessions.workOutFor(site, window, scope.member);
  const { sessions } = await context.sessionList.search(
    site,
    { ...scope, services, ...(inProgress ? { inProgress } : { window }) },
    { startFrom: 1, maximumNum: MOST, order: [{ by: 'STARTTIME', descending: false }] },
  );
  return sessions.map(({ sessionKey }) => sessionKey);
}

/** Each key is followed by a semicolon; the type is HTML although it is none. */
export function sendList({ reply }: CommandCall, root: string, content: string): FastifyReply {
  return reply
    .headers({
      'Content-Type': 'text/html; charset=UTF-8',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'no-store',
    })
    .send(`\n<${root}>${content}</${root}>\n`);
}

export function keyList(keys: readonly number[]): string {
  return keys.map((key) => `${key};`).join('');
}
