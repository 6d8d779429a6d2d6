/** Who hosts a room that runs, beside those whose meeting it is: a co-host who was made one there counts while they are in. */
import type { RestCall } from './rest-caller.ts';

export async function hostsNow({ app, site, account }: RestCall, sessionKey: number): Promise<boolean> {
  const state = await app.live.state(site, sessionKey);
  return state?.people.some((stay) => stay.isHost && stay.account === account.id) ?? false;
}
