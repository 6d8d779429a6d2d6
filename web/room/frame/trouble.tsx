import { useTexts } from '../../texts/texts.ts';
import { Icon } from './icon.tsx';
import type { RoomView } from './room-view.ts';

/** Why something that was wanted is not sent. */
export function Trouble({ media }: RoomView) {
  const texts = useTexts();
  const { trouble } = media;
  if (!trouble) return null;
  return (
    <div className="notice bad slim" role="alert">
      <span>{texts.live.trouble[trouble.why]}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.inRoom.close}
        onClick={() => media.forgetTrouble()}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
