/** One person on the stage. */
import type { RoomPerson } from '../../../src/browser/pages/room-page.ts';
import { Avatar, colourOf } from '../../parts/avatar.tsx';
import { useTexts } from '../../texts/texts.ts';
import { useChoices } from '../choices.ts';
import { Icon } from '../frame/icon.tsx';
import { streamOf } from '../media/stream-of.ts';
import type { Media } from '../media/use-media.ts';
import { useIsSpeaking } from '../media/use-speaking.ts';
import { Picture } from './picture.tsx';
import { useWanted } from './use-wanted.ts';

interface TileProps {
  readonly person: RoomPerson;
  readonly media: Media;
  /** In front of the others. */
  readonly isLarge?: boolean;
  readonly isPinned?: boolean;
  pin(id: string): void;
}

export function Tile({ person, media, isLarge = false, isPinned = false, pin }: TileProps) {
  const texts = useTexts();
  const { audioOnly } = useChoices();
  const { id, name, photo, isYou, sends, isReconnecting = false } = person;
  const isSpeaking = useIsSpeaking(id);
  const camera = isYou ? streamOf(media.own.camera) : media.streamsOf(id)?.camera;
  const isShown = sends.camera && camera !== undefined && (isYou || !audioOnly);
  const tile = useWanted<HTMLLIElement>(media, isYou ? undefined : id, 'camera', isShown);
  const isAway = isReconnecting || (!isYou && media.stateOf(id) === 'interrupted');
  return (
    <li
      ref={tile}
      className={`tile colour-${colourOf(name)}${isLarge ? ' large' : ''}${isAway ? ' away' : ''}`}
      data-person={id}
      data-speaking={isSpeaking || undefined}
      onDoubleClick={() => pin(id)}
    >
      {isShown ? (
        <Picture stream={camera} label={texts.live.pictureOf(name)} mirrored={isYou} />
      ) : (
        <Avatar name={name} photo={photo} />
      )}
      {sends.hand && (
        <span className="hand-mark">
          <Icon name="hand" />
          <span className="unseen">{texts.live.handUp}</span>
        </span>
      )}
      {isPinned && (
        <button type="button" className="unpin" onClick={() => pin(id)}>
          <Icon name="pin" />
          {texts.inRoom.unpin}
        </button>
      )}
      {!isAway && !isYou && media.isPoor(id) && <span className="poor-mark">{texts.connection.poor}</span>}
      {isAway && <span className="away-mark">{texts.connection.reconnecting}</span>}
      <span className="caption">
        {!sends.microphone && (
          <span className="quiet-mark">
            <Icon name="microphoneOff" />
            <span className="unseen">{texts.live.muted}</span>
          </span>
        )}
        <span className="name">{isYou ? texts.live.you : name}</span>
      </span>
    </li>
  );
}
