import { useRef } from 'react';
import type { RoomPage } from '../../../src/browser/pages/page-data.ts';
import { CopyLink } from '../../parts/copy-link.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { EndForAll } from '../../room/end-for-all.tsx';
import { useMedia } from '../../room/media/use-media.ts';
import { MediaBar } from '../../room/media-bar.tsx';
import { People } from '../../room/people.tsx';
import { Stage } from '../../room/stage.tsx';
import { useRoom } from '../../room/use-room.ts';
import { WaitingPeople } from '../../room/waiting-people.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'room'> = { title: ({ session }) => session.confName, Content: Room };

/** The room: who is there. */
function Room(page: RoomPage) {
  const { session, leave, end, lock, unlock, admit, refuse, expel, invite, mute, hide, unshare, muteAll } =
    page;
  const takeSignal = useRef<(data: string) => void>(() => {});
  const { room, isConnected, announcements } = useRoom(page, (data) => takeSignal.current(data));
  const media = useMedia(page, room);
  takeSignal.current = media.take;
  const isHydrated = useHydrated();
  const texts = useTexts().live;
  const lockForm = room.isLocked ? unlock : lock;
  return (
    <>
      <div className="room-head">
        <div>
          <h1>{session.confName}</h1>
          <p className="badges">
            <span className="badge live">{texts.people(room.people.length)}</span>
            {room.isLocked && <span className="badge attention">{texts.locked}</span>}
            {isHydrated && <span className="soft">{texts.since(clockTime(room.startedAt))}</span>}
          </p>
        </div>
        <section className="controls" aria-label={texts.controls}>
          {lockForm && (
            <PostForm form={lockForm} quiet>
              <Submit kind="second">{room.isLocked ? texts.unlock : texts.lock}</Submit>
            </PostForm>
          )}
          {end && <EndForAll form={end} />}
          <PostForm form={leave}>
            <Submit kind="danger">{texts.leave}</Submit>
          </PostForm>
        </section>
      </div>
      {!isConnected && (
        <p className="notice bad" role="alert">
          {texts.lost}
        </p>
      )}
      <Stage people={room.people} media={media} />
      {isHydrated && (
        <MediaBar
          media={media}
          may={page.media.may}
          isFull={room.people.filter(({ sends }) => sends.camera).length >= page.media.picturesAtOnce}
        />
      )}
      <div className="columns">
        <div className="column">
          {room.waiting.length > 0 && <WaitingPeople people={room.waiting} admit={admit} refuse={refuse} />}
          <People people={room.people} forms={{ expel, mute, hide, unshare, muteAll }} />
        </div>
        {invite !== undefined && (
          <section className="card" aria-labelledby="invite">
            <h2 id="invite">{texts.invite}</h2>
            <p className="soft">{texts.inviteLead}</p>
            <CopyLink label={texts.invite} url={invite} />
          </section>
        )}
      </div>
      <div className="unseen" role="log" aria-live="polite" aria-label={texts.participants}>
        {announcements.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </>
  );
}

/** On the visitor's clock. */
function clockTime(at: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at);
}
