/** Where one is in a recording, and the way to any other place in it. */
import { type CSSProperties, type PointerEvent, useState } from 'react';
import type { RecordingChapter } from '../../src/browser/pages/recording-page.ts';
import { useTexts } from '../texts/texts.ts';
import { clockTime } from './amounts.ts';
import { chapterAt } from './chapters.ts';
import type { Deck } from './use-playback.ts';

interface SeekBarProps {
  readonly deck: Deck;
  readonly chapters: readonly RecordingChapter[];
}

export function SeekBar({ deck, chapters }: SeekBarProps) {
  const texts = useTexts().player;
  const { time, duration, buffered, seek } = deck;
  const [pointed, setPointed] = useState<number>();
  const part = (seconds: number) => (duration > 0 ? Math.min(1, seconds / duration) : 0);
  const style = { '--played': part(time), '--buffered': part(buffered) } as CSSProperties;

  const point = ({ currentTarget, clientX, pointerType }: PointerEvent<HTMLDivElement>) => {
    if (pointerType === 'touch') return;
    const { left, width } = currentTarget.getBoundingClientRect();
    setPointed(Math.max(0, Math.min(1, (clientX - left) / width)));
  };
  return (
    <div
      className="seek-bar"
      style={style}
      onPointerMove={point}
      onPointerLeave={() => setPointed(undefined)}
    >
      <svg className="seek-marks" aria-hidden="true">
        {chapters.map(({ at, kind }, index) => {
          const x = `${part(at / 1000) * 100}%`;
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change.
          return at === 0 ? null : <line key={index} className={kind} x1={x} x2={x} y1="0" y2="100%" />;
        })}
      </svg>
      <input
        type="range"
        min={0}
        max={duration || 1}
        step="any"
        value={Math.min(time, duration || 1)}
        aria-label={texts.place}
        aria-valuetext={texts.placeOf(time, duration)}
        onChange={({ currentTarget }) => seek(Number(currentTarget.value))}
      />
      {pointed !== undefined && duration > 0 && (
        <Pointed part={pointed} at={pointed * duration} chapters={chapters} />
      )}
    </div>
  );
}

interface PointedProps {
  readonly part: number;
  readonly at: number;
  readonly chapters: readonly RecordingChapter[];
}

/** What is at the place that the pointer is at. */
function Pointed({ part, at, chapters }: PointedProps) {
  const playback = useTexts().playback;
  const chapter = chapterAt(chapters, at);
  return (
    <p className="pointed" style={{ '--at': part } as CSSProperties} aria-hidden="true">
      <span className="number">{clockTime(at)}</span>
      {chapter && chapter.at > 0 && <bdi>{playback.chapter[chapter.kind](chapter.title)}</bdi>}
    </p>
  );
}
