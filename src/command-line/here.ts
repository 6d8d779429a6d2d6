/** Runs a command in this process. It is loaded where no server does that: the whole application comes with it. */
import { actingAs } from '../acting.ts';
import { openContext } from '../context.ts';
import { openLog } from '../log.ts';
import { presenterOnDemand } from '../rest-api/webhooks/presenter-on-demand.ts';
import { ownUrl, type Settings } from '../settings.ts';
import type { InstallationCommand, Typed } from './command.ts';
import { commandActor } from './command-actor.ts';
import { openUnlessServed } from './open-unless-served.ts';

/**
 * @param askServer has a server that begins meanwhile do it; false when none answers
 * @param say prints a line
 * @throws DatabaseInUse when another process has the installation for long and does not answer
 */
export async function here(
  settings: Settings,
  command: InstallationCommand,
  typed: Typed,
  askServer: () => Promise<boolean>,
  say: (line: string) => void,
): Promise<void> {
  const log = openLog(settings.logLevel);
  const installation = await openUnlessServed(settings, log, askServer);
  if (!installation) return;
  const { database, secret } = installation;
  try {
    // What happens here is told with the links that the server would give.
    const publicUrl = () => settings.publicUrl || ownUrl(settings);
    const context = openContext({
      ...{ settings, database, secret, log, publicUrl },
      webhookPresenter: presenterOnDemand,
    });
    await actingAs(commandActor(typed.by), () => command.run(context, typed, say));
  } finally {
    await database.close();
  }
}
