/** What lies over the picture: its controls, and what it is waiting for. */
import type { RecordingChapter } from '../../src/browser/pages/recording-page.ts';
import { useTexts } from '../texts/texts.ts';
import { ControlPictogram } from './control-pictogram.tsx';
import { Controls } from './controls.tsx';
import { Pictogram } from './pictogram.tsx';
import { usePlayerKeys } from './player-keys.ts';
import type { FullScreen } from './use-full-screen.ts';
import { usePlace } from './use-place.ts';
import type { Deck } from './use-playback.ts';

interface PlayerFrontProps {
  readonly deck: Deck;
  readonly chapters: readonly RecordingChapter[];
  readonly hasCaptions: boolean;
  readonly fullScreen: FullScreen;
  /** Shows the controls for a while. */
  stir(): void;
}

export function PlayerFront({ stir, ...controls }: PlayerFrontProps) {
  const texts = useTexts().player;
  const { deck, fullScreen } = controls;
  const { resumed, forget } = usePlace(deck);
  usePlayerKeys(deck, { toggleFullScreen: fullScreen.toggle, stir });
  return (
    <>
      <OverPicture deck={deck} />
      {resumed !== undefined && !deck.hasBegun && (
        <p className="resumed" role="status">
          {texts.resumed(resumed)}
          <button type="button" onClick={forget}>
            {texts.fromStart}
          </button>
        </p>
      )}
      <Controls {...controls} />
    </>
  );
}

/** What the picture is waiting for. */
function OverPicture({ deck }: { readonly deck: Deck }) {
  const texts = useTexts().player;
  const { hasFailed, isWaiting, hasBegun, isPaused, isSound } = deck;
  if (hasFailed) {
    return (
      <div className="over-picture failed" role="alert">
        <Pictogram name="failed" />
        <p>{texts.failed}</p>
        <p>{texts.failedHint}</p>
        <button type="button" className="second" onClick={deck.again}>
          {texts.again}
        </button>
      </div>
    );
  }
  if (isWaiting) {
    return (
      <div className="over-picture" role="status">
        <span className="spinner" />
        <span className="unseen">{texts.loading}</span>
      </div>
    );
  }
  if (!hasBegun && isPaused) {
    return (
      <button type="button" className="begin" aria-label={texts.play} onClick={deck.toggle}>
        <Pictogram name="play" />
      </button>
    );
  }
  return isSound ? (
    <div className="over-picture" aria-hidden="true">
      <ControlPictogram name="sound" />
    </div>
  ) : null;
}
