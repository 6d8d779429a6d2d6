/** The panel that is open beside the stage; on a phone it is a sheet over it. */
import { type KeyboardEvent, Suspense, useEffect, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Icon } from './icon.tsx';
import type { Panel, RoomView } from './room-view.ts';

interface SidePanelProps {
  readonly view: RoomView;
  readonly panel: Panel;
  /** Only where the page has no scripts: nobody has opened it. */
  readonly isFallback?: boolean;
}

export function SidePanel({ view, panel: { id, title, Content }, isFallback = false }: SidePanelProps) {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = title(texts);
  useEffect(() => {
    if (!isFallback) heading.current?.focus();
  }, [isFallback]);
  const close = () => {
    view.openPanel(undefined);
    document.getElementById(buttonOf(id))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  };
  return (
    <aside
      id={`panel-${id}`}
      className={isFallback ? 'panel no-scripts' : 'panel'}
      aria-labelledby={`panel-${id}-title`}
      onKeyDown={onKeyDown}
    >
      <header className="panel-head">
        <h2 id={`panel-${id}-title`} ref={heading} tabIndex={-1}>
          {name}
        </h2>
        {!isFallback && (
          <button
            type="button"
            className="icon-button"
            aria-label={texts.inRoom.closePanel(name)}
            onClick={close}
          >
            <Icon name="close" />
          </button>
        )}
      </header>
      <div className="panel-body">
        <Suspense fallback={<p className="soft">{texts.inRoom.loading}</p>}>
          <Content {...view} />
        </Suspense>
      </div>
    </aside>
  );
}

/** The id of the button that opens a panel. */
export function buttonOf(id: string): string {
  return `open-${id}`;
}
