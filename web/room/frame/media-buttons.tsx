/** What one sends: a button for each. */
import { useTexts } from '../../texts/texts.ts';
import type { Medium } from '../media/room-client.ts';
import { Icon, type IconName } from './icon.tsx';
import type { RoomView } from './room-view.ts';

const ICONS: Readonly<Record<Medium, readonly [off: IconName, on: IconName]>> = {
  microphone: ['microphoneOff', 'microphone'],
  camera: ['cameraOff', 'camera'],
  screen: ['share', 'share'],
};

export function MediaButtons({ page, room, media, toast }: RoomView) {
  const texts = useTexts().live;
  const { may } = room;
  const { picturesAtOnce } = page.media;
  const isFull = room.people.filter(({ sends }) => sends.camera).length >= picturesAtOnce;
  const button = (medium: Medium, [off, on]: readonly [string, string]) => {
    const isOn = media.own[medium] !== null;
    // It can be pressed all the same, and says why.
    const hasNoRoom = medium === 'camera' && isFull && !isOn;
    const [iconOff, iconOn] = ICONS[medium];
    // A microphone or a camera that is off catches the eye; a screen that is shared does.
    const state = medium === 'screen' ? isOn && 'on' : !isOn && 'off';
    return (
      <button
        type="button"
        className={`bar-button of-${medium} ${state || ''}`}
        aria-disabled={hasNoRoom || undefined}
        onClick={() => (hasNoRoom ? toast(texts.picturesFull) : void media.toggle(medium))}
      >
        <span className="bar-icon">
          <Icon name={isOn ? iconOn : iconOff} />
        </span>
        <span className="bar-label">{isOn ? on : off}</span>
      </button>
    );
  };
  return (
    <>
      {may.microphone && button('microphone', [texts.unmute, texts.mute])}
      {may.camera && button('camera', [texts.showPicture, texts.hidePicture])}
      {may.screen && button('screen', [texts.share, texts.stopSharing])}
      <button
        type="button"
        className={media.sends.hand ? 'bar-button of-hand on' : 'bar-button of-hand'}
        onClick={() => media.raiseHand()}
      >
        <span className="bar-icon">
          <Icon name="hand" />
        </span>
        <span className="bar-label">{media.sends.hand ? texts.lowerHand : texts.raiseHand}</span>
      </button>
    </>
  );
}
