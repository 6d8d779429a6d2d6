/** Reactions: the menu in which one is chosen, and those that rise over the stage. */
import type { Reaction } from '../../../src/media/reactions.ts';
import { REACTIONS } from '../../../src/media/reactions.ts';
import { useTexts } from '../../texts/texts.ts';
import { closeMenuOf, Menu } from '../frame/menu.tsx';
import type { RoomView } from '../frame/room-view.ts';
import { EMOJI } from './emoji.ts';
import type { ShownReaction } from './use-reactions.ts';

export function ReactionMenu({ react }: { react(reaction: Reaction): void }) {
  const texts = useTexts().inRoom;
  return (
    <Menu id="react" label={texts.react} icon="smile">
      <div className="reaction-choices">
        {REACTIONS.map((reaction) => (
          <button
            key={reaction}
            type="button"
            className="icon-button"
            aria-label={texts.reactions[reaction]}
            onClick={({ currentTarget }) => {
              closeMenuOf(currentTarget);
              react(reaction);
            }}
          >
            <span aria-hidden="true">{EMOJI[reaction]}</span>
          </button>
        ))}
      </div>
    </Menu>
  );
}

interface RisingProps {
  readonly room: RoomView['room'];
  readonly reactions: readonly ShownReaction[];
}

/** Read out politely; where motion is not wanted they stand still. */
export function RisingReactions({ room, reactions }: RisingProps) {
  const texts = useTexts();
  const named = reactions.flatMap(({ id, from, reaction }) => {
    const person = room.people.find((one) => one.id === from);
    if (!person) return [];
    const word = texts.inRoom.reactions[reaction];
    const { isYou, name } = person;
    return [
      {
        id,
        reaction,
        name: isYou ? texts.live.you : name,
        sentence: isYou ? texts.inRoom.youReact(word) : texts.inRoom.reacts(name, word),
      },
    ];
  });
  return (
    <div className="reactions" role="log" aria-label={texts.inRoom.react}>
      {named.map(({ id, name, reaction, sentence }) => (
        <p key={id} className={`rising lane-${id % 5}`}>
          <span className="emoji" aria-hidden="true">
            {EMOJI[reaction]}
          </span>
          <span className="rising-name" aria-hidden="true">
            {name}
          </span>
          <span className="unseen">{sentence}</span>
        </p>
      ))}
    </div>
  );
}
