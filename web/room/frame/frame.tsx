/** The frame of the room's page: head, notices, stage, one panel at a time, bar. */
import { Suspense, useState } from 'react';
import { CopyLink } from '../../parts/copy-link.tsx';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { useTexts } from '../../texts/texts.ts';
import { formsOf } from '../deed-form.ts';
import { Stage } from '../stage.tsx';
import { Bar } from './bar.tsx';
import { COMPANIONS } from './companions.ts';
import { DIALOGS } from './dialogs.ts';
import { Head } from './head.tsx';
import { NOTICES } from './notices.ts';
import { PANELS } from './panels.ts';
import type { RoomView } from './room-view.ts';
import { SidePanel } from './side-panel.tsx';
import { useToasts } from './use-toasts.ts';

type FrameProps = Omit<RoomView, 'formOf' | 'panel' | 'openPanel' | 'openDialog' | 'toast'>;

export function Frame(props: FrameProps) {
  const texts = useTexts();
  const isHydrated = useHydrated();
  const [panel, openPanel] = useState<string>();
  const [dialog, openDialog] = useState<string>();
  const { toasts, toast } = useToasts();
  const formOf = formsOf(props.page, props.room);
  const view: RoomView = { ...props, formOf, panel, openPanel, openDialog, toast };
  const { page, room, media } = view;
  const shown = PANELS.find(({ id }) => id === panel);
  const [people] = PANELS;
  const Dialog = dialog === undefined ? undefined : DIALOGS[dialog];
  const isAlone = room.people.length === 1 && page.invite !== undefined;
  return (
    <div className={shown ? 'frame has-panel' : 'frame'}>
      <Head {...view} />
      <div className="notices">
        {Object.entries(NOTICES).map(([id, Notice]) => (
          <Notice key={id} {...view} />
        ))}
        {media.trouble && (
          <p className="notice bad" role="alert">
            {texts.live.trouble[media.trouble.why]}
          </p>
        )}
      </div>
      <div className="stage-area">
        <Stage people={room.people} media={media} />
        {isAlone && page.invite !== undefined && (
          <div className="alone">
            <CopyLink label={texts.inRoom.alone} url={page.invite} />
          </div>
        )}
        <div className="toasts" role="status">
          {toasts.map(({ id, text }) => (
            <p key={id} className="toast">
              {text}
            </p>
          ))}
        </div>
      </div>
      {shown && <SidePanel key={shown.id} view={view} panel={shown} />}
      {!isHydrated && people && <SidePanel view={view} panel={people} isFallback />}
      <Bar {...view} />
      {Dialog && (
        <Suspense>
          <Dialog {...view} close={() => openDialog(undefined)} />
        </Suspense>
      )}
      {isHydrated && Object.entries(COMPANIONS).map(([id, Companion]) => <Companion key={id} {...view} />)}
    </div>
  );
}
