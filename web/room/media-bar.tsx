/** What one sends: a button for each. */
import type { RoomMedia } from '../../src/browser/pages/page-data.ts';
import { useTexts } from '../texts/texts.ts';
import type { Medium } from './media/peer.ts';
import type { Media } from './media/use-media.ts';

interface MediaBarProps {
  readonly media: Media;
  readonly may: RoomMedia['may'];
  /** No further picture fits in. */
  readonly isFull: boolean;
}

export function MediaBar({ media, may, isFull }: MediaBarProps) {
  const texts = useTexts().live;
  const button = (medium: Medium, [off, on]: readonly [string, string]) => {
    const isOn = media.own[medium] !== null;
    return (
      <button
        type="button"
        className={isOn ? 'second on' : 'second'}
        aria-pressed={isOn}
        disabled={medium === 'camera' && isFull && !isOn}
        onClick={() => void media.toggle(medium)}
      >
        {isOn ? on : off}
      </button>
    );
  };
  const { trouble } = media;
  return (
    <div className="media-bar">
      {may.microphone && button('microphone', [texts.unmute, texts.mute])}
      {may.camera && button('camera', [texts.showPicture, texts.hidePicture])}
      {may.screen && button('screen', [texts.share, texts.stopSharing])}
      <button
        type="button"
        className="second"
        aria-pressed={media.sends.hand}
        onClick={() => media.raiseHand()}
      >
        {media.sends.hand ? texts.lowerHand : texts.raiseHand}
      </button>
      {isFull && may.camera && media.own.camera === null && <p className="soft">{texts.picturesFull}</p>}
      {trouble && (
        <p className="notice bad" role="alert">
          {texts.trouble[trouble.why]}
        </p>
      )}
    </div>
  );
}
