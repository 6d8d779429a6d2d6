/** Tiles of people, as many as fit, and pages of the others. */

import { type ReactNode, useRef, useState } from 'react';
import type { RoomPerson } from '../../../src/browser/pages/room-page.ts';
import { useTexts } from '../../texts/texts.ts';
import { Icon } from '../frame/icon.tsx';
import type { Media } from '../media/use-media.ts';
import { useActiveSpeaker, useIsSpeaking } from '../media/use-speaking.ts';
import type { Grid, Size } from './best-grid.ts';
import { Tile } from './tile.tsx';
import { useSize } from './use-size.ts';

interface TilesProps {
  readonly people: readonly RoomPerson[];
  readonly media: Media;
  readonly className?: string;
  arrange(count: number, size: Size | undefined): Grid;
  /** Takes somebody's tile to the front, or back. */
  pin(id: string): void;
}

export function Tiles({ people, media, className = '', arrange, pin }: TilesProps) {
  const area = useRef<HTMLDivElement>(null);
  const size = useSize(area);
  const [wanted, setPage] = useState(0);
  const { columns, rows, perPage } = arranged(people.length, size, arrange);
  const pages = Math.max(1, Math.ceil(people.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const from = page * perPage;
  const shown = (pages > 1 ? firstly(people) : people).slice(from, from + perPage);
  return (
    <div ref={area} className={`tiles-area ${className}`}>
      <div className="tiles-box">
        <ul className="tiles" data-columns={columns} data-rows={rows}>
          {shown.map((person) => (
            <Tile key={person.id} person={person} media={media} pin={pin} />
          ))}
        </ul>
      </div>
      {pages > 1 && (
        <div className="pager-row">
          <Pager page={page} pages={pages} turn={setPage} />
          <ElsewhereSpeaks people={people.filter((person) => !shown.includes(person))} />
        </div>
      )}
    </div>
  );
}

/** Oneself, whoever is seen and whoever raises a hand are on the first page; the others as they came. */
function firstly(people: readonly RoomPerson[]): readonly RoomPerson[] {
  const turn = ({ isYou, sends }: RoomPerson) => (isYou ? 0 : sends.camera ? 1 : sends.hand ? 2 : 3);
  return people.toSorted((a, b) => turn(a) - turn(b));
}

/** Whoever speaks on another page is named. */
function ElsewhereSpeaks({ people }: { readonly people: readonly RoomPerson[] }) {
  const texts = useTexts().inRoom;
  const active = useActiveSpeaker();
  const isSpeaking = useIsSpeaking(active ?? '');
  const speaker = isSpeaking ? people.find(({ id }) => id === active) : undefined;
  return speaker && <span className="elsewhere-speaks name">{texts.speaks(speaker.name)}</span>;
}

/** CSS pixels of the pager below the tiles (stage.css). */
const PAGER = 46;

/** Pages need a pager, and that needs room. */
function arranged(count: number, size: Size | undefined, arrange: TilesProps['arrange']): Grid {
  const all = arrange(count, size);
  return all.perPage >= count || !size ? all : arrange(count, { ...size, height: size.height - PAGER });
}

interface PagerProps {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  turn(page: number): void;
}

function Pager({ page, pages, turn }: PagerProps): ReactNode {
  const texts = useTexts().inRoom;
  // A button that cannot be used stays where it is, so that the focus does too.
  return (
    <nav className="pager" aria-label={texts.pages}>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.previousPage}
        aria-disabled={page === 0}
        onClick={() => turn(Math.max(0, page - 1))}
      >
        <Icon name="back" />
      </button>
      <span className="number" aria-live="polite">
        {texts.page(page + 1, pages)}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.nextPage}
        aria-disabled={page === pages - 1}
        onClick={() => turn(Math.min(pages - 1, page + 1))}
      >
        <Icon name="next" />
      </button>
    </nav>
  );
}
