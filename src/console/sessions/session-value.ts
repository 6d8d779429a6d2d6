/** A session as the console is told of it. */
import type { Context } from '../../context.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import type { Site } from '../../sites/site.ts';
import type { ConsoleSession } from './sessions-data.ts';

/** With how many are in it, while it runs. */
export function withPeople(
  { live }: Context,
  site: Site,
  sessions: readonly ListedSession[],
): Promise<ConsoleSession[]> {
  return Promise.all(
    sessions.map(async (session) => {
      const value = sessionValue(session);
      if (!session.inProgress) return value;
      const running = await live.running(site, session.sessionKey);
      return { ...value, inside: running?.participants ?? 0 };
    }),
  );
}

export function sessionValue(session: ListedSession): ConsoleSession {
  return {
    sessionKey: session.sessionKey,
    title: session.confName,
    service: session.service,
    host: session.hostWebExID,
    hostName: `${session.hostFirstName} ${session.hostLastName}`.trim(),
    startAt: session.at,
    duration: session.duration,
    isRecurring: session.recurring,
    isRunning: session.inProgress,
  };
}
