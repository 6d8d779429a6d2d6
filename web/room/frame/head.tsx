/** Above the stage: which room it is, and how it stands with it. */

import { pageLocale } from '../../parts/page-locale.ts';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { useTexts } from '../../texts/texts.ts';
import { MARKS } from './marks.ts';
import type { RoomView } from './room-view.ts';

export function Head(view: RoomView) {
  const { page, room } = view;
  const texts = useTexts().live;
  const isHydrated = useHydrated();
  return (
    <header className="room-head">
      <h1>{page.session.confName}</h1>
      <p className="badges">
        {Object.entries(MARKS).map(([id, Mark]) => (
          <Mark key={id} {...view} />
        ))}
      </p>
      <p className="soft room-facts">
        <span>{texts.people(room.people.length)}</span>
        {isHydrated && <span className="since">{texts.since(clockTime(room.startedAt))}</span>}
      </p>
    </header>
  );
}

/** On the visitor's clock. */
function clockTime(at: number): string {
  return new Intl.DateTimeFormat(pageLocale(), { timeStyle: 'short' }).format(at);
}
