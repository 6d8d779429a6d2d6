import { lazy, Suspense, useRef } from 'react';
import type { PlayerPage } from '../../../src/browser/pages/recording-page.ts';
import { HomeLink } from '../../parts/home-link.tsx';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { AboutRecording } from '../../playback/about-recording.tsx';
import { ChapterList } from '../../playback/chapter-list.tsx';
import { chaptersWithin } from '../../playback/chapters.ts';
import { Pictogram } from '../../playback/pictogram.tsx';
import { Player } from '../../playback/player.tsx';
import { usePlayback } from '../../playback/use-playback.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View, WhoVisits } from '../../view.ts';

/** Loaded after the page. */
const TranscriptPanel = lazy(async () => ({
  default: (await import('../../playback/transcript-panel.tsx')).TranscriptPanel,
}));

export const view: View<'recording'> = {
  areas: ['playback', 'player', 'session', 'way-in'],
  title: ({ name }) => name,
  Content: Recording,
};

/** A recording, to be watched and fetched. */
function Recording(page: PlayerPage & WhoVisits) {
  const { play, unplayable } = page;
  if (play) return <Watched {...page} play={play} />;
  return <Unplayable {...page} unplayable={unplayable ?? 'failed'} />;
}

type WatchedProps = PlayerPage & { readonly play: NonNullable<PlayerPage['play']> };

function Watched(page: WatchedProps) {
  const { name, play, end, duration, transcript } = page;
  const isHydrated = useHydrated();
  const texts = useTexts().playback;
  const video = useRef<HTMLVideoElement>(null);
  const { from = 0, to } = play;
  const deck = usePlayback(video, { from, to }, duration);
  const chapters = chaptersWithin(page.chapters, play);
  const go = (place: number) => {
    deck.seek(place);
    history.replaceState(null, '', `#t=${Math.floor(place)}`);
  };
  const isBeside = chapters.length > 0 || transcript !== undefined;
  return (
    <div className={isBeside ? 'watch with-chapters' : 'watch'}>
      <Player name={name} play={play} video={video} deck={deck} chapters={chapters} end={end} />
      <AboutRecording {...page} time={deck.time} />
      {isBeside && (
        <div className="beside">
          {chapters.length > 0 && <ChapterList chapters={chapters} time={deck.time} go={go} />}
          {transcript && isHydrated && (
            <Suspense fallback={null}>
              <TranscriptPanel transcript={transcript} time={deck.time} go={go} />
            </Suspense>
          )}
          {transcript?.txt !== undefined && !isHydrated && (
            <p className="card">
              <a href={transcript.txt}>{texts.transcriptText}</a>
            </p>
          )}
        </div>
      )}
    </div>
  );
}

type UnplayableProps = PlayerPage & WhoVisits & { readonly unplayable: 'unfinished' | 'failed' | 'format' };

const PICTURED = { unfinished: 'clock', failed: 'failed', format: 'file' } as const;

/** One that is not to be watched: why, and what to do. */
function Unplayable(page: UnplayableProps) {
  const texts = useTexts().playback;
  const { unplayable, download, site } = page;
  return (
    <div className="watch">
      <div className={`unplayable of-${unplayable}`}>
        <Pictogram name={PICTURED[unplayable]} />
        <p>{texts.unplayable[unplayable]}</p>
      </div>
      <AboutRecording {...page} time={0} />
      <p className="aside">
        <HomeLink site={site} isQuiet={download !== undefined} />
      </p>
    </div>
  );
}
