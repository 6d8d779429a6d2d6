/** What happened when: each leads to its place. */
import { useEffect, useRef } from 'react';
import type { RecordingChapter } from '../../src/browser/pages/recording-page.ts';
import { useTexts } from '../texts/texts.ts';
import { clockTime } from './amounts.ts';
import { chapterAt } from './chapters.ts';
import { Pictogram } from './pictogram.tsx';

interface ChapterListProps {
  readonly chapters: readonly RecordingChapter[];
  /** Seconds. */
  readonly time: number;
  go(to: number): void;
}

const PICTURED = { segment: 'play', joined: 'person', left: 'gone', chat: 'chat', share: 'screen' } as const;

export function ChapterList({ chapters, time, go }: ChapterListProps) {
  const texts = useTexts().playback;
  const current = chapterAt(chapters, time);
  const list = useRef<HTMLOListElement>(null);
  // Within the list alone: the page stays where it is.
  useEffect(() => {
    if (!current || !list.current) return;
    const here = list.current.querySelector<HTMLElement>('[aria-current]');
    if (!here) return;
    const { scrollTop, clientHeight } = list.current;
    const top = here.offsetTop - list.current.offsetTop;
    if (top < scrollTop || top + here.offsetHeight > scrollTop + clientHeight) {
      list.current.scrollTop = top - clientHeight / 3;
    }
  }, [current]);
  return (
    <section className="card chapters" aria-labelledby="chapters">
      <h2 id="chapters">{texts.chapters}</h2>
      <ol ref={list} className="chapter-list">
        {chapters.map((chapter, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change.
          <li key={index}>
            <a
              className={`chapter of-${chapter.kind}`}
              href={`#t=${Math.floor(chapter.at / 1000)}`}
              aria-current={chapter === current ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault();
                go(chapter.at / 1000);
              }}
            >
              <span className="number">{clockTime(chapter.at / 1000)}</span>
              <Pictogram name={PICTURED[chapter.kind]} />
              <bdi>{texts.chapter[chapter.kind](chapter.title)}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
