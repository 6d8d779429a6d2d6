import type { Context } from '../../src/context.ts';
import type { Executor } from '../../src/database/database.ts';
import type { Session } from '../../src/sessions/session.ts';

/** A time that a meeting ran. */
export interface ARun {
  readonly id: number;
  readonly session: Session;
}

/**
 * Writes down that a meeting of acme began to run, as the live room does.
 * @param startedAt epoch milliseconds
 * @param more what else belongs to it, in the same write
 */
export async function aRun(
  { sites, accounts, sessions, history, database }: Context,
  sessionKey: number,
  startedAt: number,
  more: (tx: Executor, id: number) => Promise<void> = async () => {},
): Promise<ARun> {
  const acme = await sites.required('acme');
  const host = await accounts.required(acme, 'hostid');
  const session = await sessions.required(acme, sessionKey);
  const id = 700_000 + (sessionKey % 100_000);
  await database.write(async (tx) => {
    await history.begin(tx, {
      id,
      site: acme.id,
      sessionKey,
      confID: session.confID,
      confName: 'Weekly',
      service: 'MeetingCenter',
      sessionType: 1,
      isAudioOnly: false,
      hasVoices: true,
      host: { ...host, webExId: host.webExId },
      timeZoneID: 4,
      startAt: session.startAt,
      duration: 60,
      startedAt,
      details: { tracking: {}, isPersonalRoom: false },
    });
    await more(tx, id);
  });
  return { id, session };
}
