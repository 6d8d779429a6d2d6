import { useTexts } from '../../texts/texts.ts';
import { Icon } from './icon.tsx';
import type { Panel, RoomView } from './room-view.ts';
import { buttonOf } from './side-panel.tsx';

const noBadge = () => 0;

/** Opens a panel and closes it, and tells how much is in it. */
export function PanelButton({ view, panel }: { readonly view: RoomView; readonly panel: Panel }) {
  const texts = useTexts();
  const { id, icon, title, isUnread = false, useBadge = noBadge } = panel;
  const count = useBadge(view);
  const isOpen = view.panel === id;
  const name = title(texts);
  const isNew = isUnread && count > 0;
  return (
    <button
      type="button"
      id={buttonOf(id)}
      className={isOpen ? 'bar-button on' : 'bar-button'}
      aria-label={isNew ? texts.inRoom.unread(name, count) : undefined}
      aria-expanded={isOpen}
      aria-controls={isOpen ? `panel-${id}` : undefined}
      onClick={() => view.openPanel(isOpen ? undefined : id)}
    >
      <span className="bar-icon">
        <Icon name={icon} />
        {count > 0 && (
          <span className={isNew ? 'count new' : 'count'} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </span>
      <span className="bar-label">{name}</span>
    </button>
  );
}
