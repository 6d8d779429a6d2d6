import { useRef } from 'react';
import type { PlayerPage } from '../../../src/browser/pages/recording-page.ts';
import { HomeLink } from '../../parts/home-link.tsx';
import { AboutRecording } from '../../playback/about-recording.tsx';
import { ChapterList } from '../../playback/chapter-list.tsx';
import { chaptersWithin } from '../../playback/chapters.ts';
import { Pictogram } from '../../playback/pictogram.tsx';
import { Player } from '../../playback/player.tsx';
import { usePlayback } from '../../playback/use-playback.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View, WhoVisits } from '../../view.ts';

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
  const { name, play, end, duration } = page;
  const video = useRef<HTMLVideoElement>(null);
  const { from = 0, to } = play;
  const deck = usePlayback(video, { from, to }, duration);
  const chapters = chaptersWithin(page.chapters, play);
  return (
    <div className={chapters.length > 0 ? 'watch with-chapters' : 'watch'}>
      <Player name={name} play={play} video={video} deck={deck} chapters={chapters} end={end} />
      <AboutRecording {...page} time={deck.time} />
      {chapters.length > 0 && (
        <ChapterList
          chapters={chapters}
          time={deck.time}
          go={(to) => {
            deck.seek(to);
            history.replaceState(null, '', `#t=${Math.floor(to)}`);
          }}
        />
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
