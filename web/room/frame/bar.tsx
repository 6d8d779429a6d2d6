/** The bar below the stage: what one sends, what one opens, and the way out. */
import type { Reaction } from '../../../src/media/reactions.ts';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { useTexts } from '../../texts/texts.ts';
import { ReactionMenu } from '../reactions/reactions.tsx';
import { Leave } from './leave.tsx';
import { MediaButtons } from './media-buttons.tsx';
import { Menu } from './menu.tsx';
import { MORE_ITEMS } from './more-items.ts';
import { PanelButton } from './panel-button.tsx';
import { PANELS } from './panels.ts';
import type { RoomView } from './room-view.ts';

interface BarProps {
  readonly view: RoomView;
  react(reaction: Reaction): void;
}

export function Bar({ view, react }: BarProps) {
  const texts = useTexts().inRoom;
  const isHydrated = useHydrated();
  const panels = PANELS.filter(({ isFor }) => isFor?.(view) ?? true);
  const items = MORE_ITEMS.filter(
    ({ isFor, worksWithoutScripts = false }) =>
      (isHydrated || worksWithoutScripts) && (isFor?.(view) ?? true),
  );
  return (
    <section className="room-bar" aria-label={texts.bar}>
      {isHydrated && (
        <>
          <div className="bar-group">
            <MediaButtons {...view} />
            <ReactionMenu react={react} />
          </div>
          <div className="bar-group">
            {panels.map((panel) => (
              <PanelButton key={panel.id} view={view} panel={panel} />
            ))}
          </div>
        </>
      )}
      <div className="bar-group">
        {items.length > 0 && (
          <Menu id="more" label={texts.more} icon="more">
            {items.map(({ id, Item }) => (
              <Item key={id} {...view} />
            ))}
          </Menu>
        )}
        <Leave {...view} />
      </div>
    </section>
  );
}
