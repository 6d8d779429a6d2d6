/** Somebody's screen in front of everybody. */
import type { RoomPerson } from '../../../src/browser/pages/room-page.ts';
import { useTexts } from '../../texts/texts.ts';
import { Icon } from '../frame/icon.tsx';
import type { Media } from '../media/use-media.ts';
import { Picture } from './picture.tsx';
import { useWanted } from './use-wanted.ts';

export function SharedScreen({ person, media }: { readonly person: RoomPerson; readonly media: Media }) {
  const texts = useTexts().live;
  const { id, name } = person;
  const figure = useWanted<HTMLElement>(media, id, 'screen', true);
  return (
    <figure ref={figure} className="shared-screen">
      <Picture stream={media.streamsOf(id)?.screen} label={texts.screenOf(name)} />
      <figcaption className="caption">
        <Icon name="share" />
        <span className="name">{texts.screenOf(name)}</span>
      </figcaption>
    </figure>
  );
}
