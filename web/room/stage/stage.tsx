/** The stage: everybody alike, whoever speaks in front, or a shared screen in front of them all. */

import { useRef } from 'react';
import type { RoomPerson } from '../../../src/browser/pages/room-page.ts';
import { useTexts } from '../../texts/texts.ts';
import { useChoices } from '../choices.ts';
import type { RoomView } from '../frame/room-view.ts';
import { useActiveSpeaker } from '../media/use-speaking.ts';
import { bestGrid, strip } from './best-grid.ts';
import { SharedScreen } from './shared-screen.tsx';
import { Tile } from './tile.tsx';
import { Tiles } from './tiles.tsx';

type StageProps = Pick<RoomView, 'room' | 'media' | 'pinned' | 'pin'>;

export function Stage({ room: { people }, media, pinned, pin }: StageProps) {
  const texts = useTexts();
  const { layout, audioOnly } = useChoices();
  const speaker = useSpeaker(people);
  const chosen = people.find(({ id }) => id === pinned);
  const sharing = people.find(({ isYou, sends }) => !isYou && sends.screen);
  const front = chosen ?? (layout === 'speaker' && people.length > 1 ? speaker : undefined);
  return (
    <section className="stage" aria-label={texts.live.stage}>
      {sharing && !chosen && !audioOnly ? (
        <div className="with-front">
          <SharedScreen person={sharing} media={media} />
          <Tiles
            people={firstly(people, speaker)}
            media={media}
            className="strip"
            arrange={strip}
            pin={pin}
          />
        </div>
      ) : front ? (
        <div className="with-front">
          <div className="tiles-box">
            <ul className="tiles front" data-columns="1" data-rows="1">
              <Tile person={front} media={media} pin={pin} isPinned={front === chosen} isLarge />
            </ul>
          </div>
          <Tiles
            people={people.filter((person) => person !== front)}
            media={media}
            className="strip"
            arrange={strip}
            pin={pin}
          />
        </div>
      ) : (
        <Tiles people={people} media={media} arrange={bestGrid} pin={pin} />
      )}
    </section>
  );
}

/** Who speaks or spoke last; before anybody has, the first of the others. One does not look at oneself. */
function useSpeaker(people: readonly RoomPerson[]): RoomPerson | undefined {
  const active = useActiveSpeaker();
  const others = people.filter(({ isYou }) => !isYou);
  const last = useRef<string>(undefined);
  const speaker =
    others.find(({ id }) => id === active) ?? others.find(({ id }) => id === last.current) ?? others[0];
  last.current = speaker?.id;
  return speaker ?? people[0];
}

function firstly(people: readonly RoomPerson[], first: RoomPerson | undefined): readonly RoomPerson[] {
  return first ? [first, ...people.filter((person) => person !== first)] : people;
}
