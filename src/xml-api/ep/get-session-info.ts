/** GetSessionInfo: what a session is, to anybody who knows its key, as far as they may see it. */

import type { Account } from '../../accounts/account.ts';
import { needsNoPassword } from '../../policies/session.ts';
import { asAt } from '../../sessions/as-occurrence.ts';
import { isSessionPassword } from '../../sessions/password.ts';
import { personalRoom } from '../../sessions/personal-room.ts';
import { relationOf, roomRelation, STRANGER } from '../../sessions/relation.ts';
import { type Session, SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';
import { TooManyGuesses } from '../../throttle/guesses.ts';
import { RateLimitReached } from '../../throttle/throttle.ts';
import { type NamedNumber, unlessGuessing } from '../../throttle/unless-guessing.ts';
import { optional, required, text } from '../../xml/schema.ts';
import { anybodyOnTheSite } from '../access.ts';
import { body, operation, type SiteCall } from '../operation.ts';
import { epService } from '../service.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { serviceNames } from './session-info-service.ts';
import { sessionInfoResponse } from './session-info-type.ts';
import { roomInfo, sessionInfo } from './session-info-value.ts';

export const getSessionInfo = operation({
  service: epService,
  name: 'GetSessionInfo',
  level: '5.5',
  summary: 'Returns what the caller may know of a session: more with its password, all to host and invited.',
  may: anybodyOnTheSite,
  throttled: 'never',
  refuses: [SessionNotFound, TooManyGuesses, RateLimitReached],
  request: body(epService, 'getSessionInfo', {
    sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }),
    sessionPassword: optional(text({ secret: true })),
  }),
  response: sessionInfoResponse,
  samples: { sessionPassword: 'demo1234' },
  async run(call, { sessionKey, sessionPassword }) {
    const { site } = call;
    const { accounts, sessions, live } = call.app;
    const caller = await call.visitor();
    const found = await byNumber(call, caller, {
      look: async () => {
        const session = await sessions.find(site, sessionKey);
        return session ?? (await roomOf(call, caller, sessionKey));
      },
      isTold: (one) => isToldBeside(call, one && 'sessionKey' in one ? one : undefined, sessionPassword),
    });
    if (!('sessionKey' in found)) return found;
    const session = asAt(await sessions.withDocument(found), call.app.clock.now());
    const owner = await accounts.findById(session.host);
    if (!owner) throw new SessionNotFound(sessionKey);
    const host = await accounts.withProfile(owner);
    const relation = caller ? await relationOf(sessions, session, caller) : STRANGER;
    const series = session.series === null ? undefined : await sessions.findById(session.series);
    return sessionInfo(
      {
        session,
        host,
        attendees: await sessions.attendeesOf(session),
        seriesKey: series?.sessionKey ?? 0,
        names: await serviceNames(call.app, site, session),
        tests: session.service === 'TrainingCenter' ? await call.app.exams.scheduled.of(session) : [],
      },
      {
        ...call,
        relation,
        opened: needsNoPassword(relation) || (await opens(call, session, sessionPassword)),
        running: await live.running(site, sessionKey),
      },
    );
  },
});

/** What a number leads to. @throws RateLimitReached for somebody without credentials who guesses */
export function byNumber<T>(
  { app, site, address }: SiteCall,
  caller: Account | undefined,
  named: NamedNumber<T>,
): Promise<T> {
  return caller ? named.look() : unlessGuessing(app.outsiders, site, address(), named);
}

/** No session has this number: passwords of one that is not there are counted here. */
const NOBODYS = 0;

/** While numbers are guessed, whether everybody is told of the session, or the password is right. */
export async function isToldBeside(
  call: SiteCall,
  named: Session | undefined,
  password: string | undefined,
): Promise<boolean> {
  if (named?.listStatus === 'PUBLIC') return true;
  if (password === undefined) return false;
  try {
    if (named) {
      const session = await call.app.sessions.withDocument(named);
      return await opens(call, asAt(session, call.app.clock.now()), password);
    }
    await call.app.guesses.wrong(call.site, NOBODYS, call.address());
    return false;
  } catch (error) {
    if (error instanceof TooManyGuesses) return false;
    throw error;
  }
}

async function roomOf(call: SiteCall, caller: Account | undefined, sessionKey: number) {
  const owner = await personalRoom(call.app.accounts, call.site, sessionKey);
  if (!owner) throw new SessionNotFound(sessionKey);
  const relation = caller ? roomRelation(owner, caller) : STRANGER;
  const running = await call.app.live.running(call.site, sessionKey);
  return roomInfo(owner, { ...call, relation, opened: needsNoPassword(relation), running });
}

/**
 * Whether it is the password of a session that has one. Wrong ones are counted.
 * @throws TooManyGuesses when the guesses are used up
 */
export async function opens(
  { site, address, app: { guesses } }: SiteCall,
  session: SessionWithDocument,
  password: string | undefined,
): Promise<boolean> {
  if (session.document.password === undefined || password === undefined) return false;
  const right = isSessionPassword(session, password);
  if (right) await guesses.check(site, session.sessionKey, address());
  else await guesses.wrong(site, session.sessionKey, address());
  return right;
}
