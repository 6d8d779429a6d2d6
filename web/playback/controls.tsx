/** The bar below the picture. */
import type { CSSProperties } from 'react';
import type { RecordingChapter } from '../../src/browser/pages/recording-page.ts';
import { useTexts } from '../texts/texts.ts';
import { clockTime } from './amounts.ts';
import { ControlPictogram, type ControlPictogramName } from './control-pictogram.tsx';
import { SPEEDS } from './player-keys.ts';
import { SeekBar } from './seek-bar.tsx';
import type { FullScreen } from './use-full-screen.ts';
import type { Deck } from './use-playback.ts';

interface ControlsProps {
  readonly deck: Deck;
  readonly chapters: readonly RecordingChapter[];
  /** There are words to read along. */
  readonly hasCaptions: boolean;
  readonly fullScreen: FullScreen;
}

export function Controls({ deck, chapters, hasCaptions, fullScreen }: ControlsProps) {
  const texts = useTexts().player;
  const { isPaused, time, duration, isInPicture, isSound } = deck;
  const canBeInPicture = document.pictureInPictureEnabled && !isSound;
  return (
    <section className="controls" aria-label={texts.controls}>
      <SeekBar deck={deck} chapters={chapters} />
      <div className="control-row">
        <Control
          icon={isPaused ? 'play' : 'pause'}
          label={isPaused ? texts.play : texts.pause}
          press={deck.toggle}
        />
        <Control icon="back" label={texts.back} press={() => deck.skip(-10)} />
        <Control icon="ahead" label={texts.ahead} press={() => deck.skip(10)} />
        <Volume deck={deck} />
        <p className="player-time number">
          {clockTime(time)}
          <span>{` / ${clockTime(duration)}`}</span>
        </p>
        <Speed deck={deck} />
        {hasCaptions && (
          <Control icon="words" label={texts.captions} isOn={deck.hasCaptions} press={deck.toggleCaptions} />
        )}
        {canBeInPicture && (
          <Control
            icon="picture"
            label={texts.pictureInPicture}
            isOn={isInPicture}
            press={deck.togglePicture}
          />
        )}
        {!isSound && (
          <Control
            icon={fullScreen.isFull ? 'unwhole' : 'whole'}
            label={fullScreen.isFull ? texts.leaveFullScreen : texts.fullScreen}
            press={fullScreen.toggle}
          />
        )}
      </div>
    </section>
  );
}

interface ControlProps {
  readonly icon: ControlPictogramName;
  readonly label: string;
  readonly isOn?: boolean;
  press(): void;
}

function Control({ icon, label, isOn, press }: ControlProps) {
  return (
    <button
      type="button"
      className={`control of-${icon}`}
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      onClick={press}
    >
      <ControlPictogram name={icon} />
    </button>
  );
}

function Volume({ deck: { volume, isMuted, setVolume, toggleMute } }: { readonly deck: Deck }) {
  const texts = useTexts().player;
  const heard = isMuted ? 0 : volume;
  return (
    <div className="volume">
      <Control
        icon={heard === 0 ? 'soundOff' : 'sound'}
        label={heard === 0 ? texts.unmute : texts.mute}
        press={toggleMute}
      />
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={heard}
        style={{ '--played': heard } as CSSProperties}
        aria-label={texts.volume}
        aria-valuetext={`${Math.round(heard * 100)} %`}
        onChange={({ currentTarget }) => setVolume(Number(currentTarget.value))}
      />
    </div>
  );
}

function Speed({ deck: { rate, setRate } }: { readonly deck: Deck }) {
  const texts = useTexts().player;
  return (
    <select
      className="speed"
      aria-label={texts.speed}
      title={texts.speed}
      value={rate}
      onChange={({ currentTarget }) => setRate(Number(currentTarget.value))}
    >
      {SPEEDS.map((speed) => (
        <option key={speed} value={speed}>
          {texts.speeds(speed)}
        </option>
      ))}
    </select>
  );
}
