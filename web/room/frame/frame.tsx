/** The frame of the room's page: head, notices, stage, one panel at a time, bar. */
import { Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { useTexts } from '../../texts/texts.ts';
import { roomAround } from '../breakouts.ts';
import { formsOf } from '../deed-form.ts';
import type { Medium } from '../media/room-client.ts';
import { SpeakingContext, useVoices } from '../media/use-speaking.ts';
import { InviteOthers } from '../people/invite-others.tsx';
import { RisingReactions } from '../reactions/reactions.tsx';
import { useReactions } from '../reactions/use-reactions.ts';
import { MutedWarning } from '../stage/muted-warning.tsx';
import { SpeakerLine } from '../stage/speaker-line.tsx';
import { Stage } from '../stage/stage.tsx';
import { Voices } from '../stage/voices.tsx';
import { Bar } from './bar.tsx';
import { COMPANIONS } from './companions.ts';
import { DIALOGS } from './dialogs.ts';
import { Head } from './head.tsx';
import { NOTICES } from './notices.ts';
import { PANELS } from './panels.ts';
import type { RoomView } from './room-view.ts';
import { SidePanel } from './side-panel.tsx';
import { useToasts } from './use-toasts.ts';

type FrameProps = Pick<RoomView, 'page' | 'room' | 'media' | 'isConnected' | 'events'>;

export function Frame(props: FrameProps) {
  const texts = useTexts();
  const isHydrated = useHydrated();
  const [panel, openPanel] = useState<string>();
  const [dialog, openDialog] = useState<string>();
  const [pinned, setPinned] = useState<string>();
  const pin = (id: string) => setPinned((before) => (before === id ? undefined : id));
  const { toasts, toast } = useToasts();
  const { silenced } = props.media;
  const tell = useEffectEvent((medium: Medium) => toast(texts.inRoom.silenced[medium]));
  useEffect(() => {
    if (silenced) tell(silenced.medium);
  }, [silenced]);
  const { reactions, react } = useReactions(props);
  const around = roomAround(props.room);
  const speaking = useVoices(around, props.media);
  const formOf = formsOf(props.page, props.room);
  const view: RoomView = { ...props, formOf, panel, openPanel, openDialog, pinned, pin, toast };
  const { page, room, media } = view;
  const shown = PANELS.find(({ id }) => id === panel);
  const [people] = PANELS;
  const Dialog = dialog === undefined ? undefined : DIALOGS[dialog];
  const isAlone = room.people.length === 1 && page.invite !== undefined;
  return (
    <SpeakingContext value={speaking}>
      <div className={shown ? 'frame has-panel' : 'frame'}>
        <Head {...view} />
        <div className="notices">
          {Object.entries(NOTICES).map(([id, Notice]) => (
            <Notice key={id} {...view} />
          ))}
        </div>
        <div className="stage-area">
          <Stage room={around} media={media} pinned={pinned} pin={pin} />
          <Voices room={around} media={media} />
          <RisingReactions room={room} reactions={reactions} />
          {isAlone && page.invite !== undefined && (
            <div className="alone">
              <p aria-hidden="true">{texts.inRoom.alone}</p>
              <InviteOthers label={texts.inRoom.alone} url={page.invite} password={page.password} />
            </div>
          )}
          <div className="toasts">
            <div role="status">
              {toasts.map(({ id, text }) => (
                <p key={id} className="toast">
                  {text}
                </p>
              ))}
            </div>
            {isHydrated && <MutedWarning {...view} />}
            {isHydrated && <SpeakerLine {...view} />}
          </div>
        </div>
        {shown && <SidePanel key={shown.id} view={view} panel={shown} />}
        {!isHydrated && people && <SidePanel view={view} panel={people} isFallback />}
        <Bar view={view} react={react} />
        {Dialog && (
          <Suspense>
            {/* A browser tells of a closed dialog later: another one may have been opened by then. */}
            <Dialog {...view} close={() => openDialog((shown) => (shown === dialog ? undefined : shown))} />
          </Suspense>
        )}
        {isHydrated && Object.entries(COMPANIONS).map(([id, Companion]) => <Companion key={id} {...view} />)}
      </div>
    </SpeakingContext>
  );
}
