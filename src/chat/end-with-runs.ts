/** What is said in a room goes with its run, but for what its site keeps for the host. */
import type { Events } from '../events.ts';
import type { Chat } from './chat.ts';

/** To end what has ended already changes nothing: an event may come twice. */
export function endChatsWithRuns(events: Pick<Events, 'listen'>, chat: Pick<Chat, 'over'>): void {
  events.listen(async ({ site, event }) => {
    if (event.kind !== 'session.ended') return undefined;
    return (tx) => chat.over(tx, event.run, site.settings.history.keepsChat);
  });
}
