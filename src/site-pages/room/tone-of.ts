/** What people of a room hear when somebody comes or goes. */
import type { RoomPage } from '../../browser/pages/room-page.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import type { Site } from '../../sites/site.ts';

const HEARD = { NOTONE: 'none', BEEP: 'beep', ANNOUNCENAME: 'name' } as const;

/** As the session says (`entryExitTone`), and of a personal room as the site does. */
export function toneOf(site: Site, session: SessionWithDocument | undefined): RoomPage['tone'] {
  const word = session
    ? ENTRY_EXIT_TONES[session.document.entryExitTone]
    : site.settings.defaults.entryExitTone;
  return HEARD[word ?? 'NOTONE'];
}
