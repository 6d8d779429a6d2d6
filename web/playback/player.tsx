/** Plays a recording: by the browser's own controls until the page is taken over, and by ours then. */
import { lazy, type MouseEvent, type RefObject, Suspense, useEffect, useRef } from 'react';
import type { PlayerPage, RecordingChapter } from '../../src/browser/pages/recording-page.ts';
import { useHydrated } from '../parts/use-hydrated.ts';
import { useTexts } from '../texts/texts.ts';
import { useFullScreen } from './use-full-screen.ts';
import { useIdle } from './use-idle.ts';
import type { Deck } from './use-playback.ts';

/** Loaded after the page: without scripts there is nothing in it to see. */
const PlayerFront = lazy(async () => ({ default: (await import('./player-front.tsx')).PlayerFront }));

interface PlayerProps {
  readonly name: string;
  readonly play: NonNullable<PlayerPage['play']>;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly deck: Deck;
  readonly chapters: readonly RecordingChapter[];
  /** Where the browser goes at its end. */
  readonly end?: string | undefined;
}

export function Player({ name, play, video, deck, chapters, end }: PlayerProps) {
  const texts = useTexts().playback;
  const isHydrated = useHydrated();
  const frame = useRef<HTMLElement>(null);
  const fullScreen = useFullScreen(frame, video);
  const { isIdle, stir } = useIdle(!deck.isPaused);

  const { hasEnded, hasBegun } = deck;
  useEffect(() => {
    if (hasEnded && hasBegun && end !== undefined && !document.fullscreenElement) location.assign(end);
  }, [hasEnded, hasBegun, end]);

  // A finger first brings back what has gone away.
  const press = (event: MouseEvent) => {
    const isTouch = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch';
    if (!isTouch || !isIdle) deck.toggle();
    stir();
  };
  const look = [
    'player',
    isIdle && 'is-idle',
    deck.isSound && 'is-sound',
    fullScreen.isFull && 'is-full',
    !deck.hasBegun && 'is-new',
  ];
  return (
    <section
      ref={frame}
      className={look.filter(Boolean).join(' ')}
      aria-label={texts.player(name)}
      onPointerMove={stir}
      onFocus={stir}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: there are words to read along only where somebody has made them. */}
      <video
        ref={video}
        src={play.url}
        controls={!isHydrated}
        preload="metadata"
        playsInline
        poster={play.poster}
        width={play.width}
        height={play.height}
        aria-label={name}
        onClick={isHydrated ? press : undefined}
        onDoubleClick={isHydrated ? fullScreen.toggle : undefined}
      >
        {play.captions !== undefined && (
          <track
            kind="captions"
            src={play.captions}
            label={texts.captions}
            srcLang={play.captionsLanguage ?? 'en'}
          />
        )}
      </video>
      {isHydrated && (
        <Suspense fallback={null}>
          <PlayerFront
            deck={deck}
            chapters={chapters}
            hasCaptions={play.captions !== undefined}
            fullScreen={fullScreen}
            stir={stir}
          />
        </Suspense>
      )}
    </section>
  );
}
