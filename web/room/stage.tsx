/** The stage: a tile for everybody, a shared screen in front of them. */
import { useEffect, useRef } from 'react';
import type { RoomState } from '../../src/browser/pages/room-page.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useTexts } from '../texts/texts.ts';
import type { Media } from './media/use-media.ts';

interface StageProps {
  readonly people: RoomState['people'];
  readonly media: Media;
}

export function Stage({ people, media }: StageProps) {
  const texts = useTexts().live;
  const sharing = people.find(({ sends }) => sends.screen);
  return (
    <section className="stage" aria-label={texts.stage}>
      {sharing && (
        <figure className="shared-screen">
          <Picture stream={screenOf(sharing, media)} label={texts.screenOf(sharing.name)} />
          <figcaption>{sharing.isYou ? texts.youShare : texts.screenOf(sharing.name)}</figcaption>
        </figure>
      )}
      <ul className="tiles">
        {people.map((person) => (
          <Tile key={person.id} person={person} media={media} />
        ))}
      </ul>
    </section>
  );
}

type Person = RoomState['people'][number];

function Tile({ person, media }: { readonly person: Person; readonly media: Media }) {
  const { live: texts, connection } = useTexts();
  const { id, name, isYou, sends, isReconnecting = false } = person;
  const streams = isYou ? undefined : media.streamsOf(id);
  const camera = isYou ? streamOf(media.own.camera) : streams?.camera;
  return (
    <li className={isReconnecting ? 'tile away' : 'tile'} data-person={id}>
      {sends.camera && camera ? (
        <Picture stream={camera} label={texts.pictureOf(name)} mirrored={isYou} />
      ) : (
        <Avatar name={name} />
      )}
      {/* What the room says is off is not played, whatever is sent. */}
      {streams && <Voice stream={streams.microphone} isOn={sends.microphone} />}
      <span className="caption">
        {isYou ? texts.you : name}
        {isReconnecting && <span className="away-mark">{connection.reconnecting}</span>}
        {!sends.microphone && <span className="quiet-mark">{texts.muted}</span>}
        {sends.hand && <span className="hand-mark">{texts.handUp}</span>}
      </span>
    </li>
  );
}

function screenOf({ id, isYou }: Person, media: Media): MediaStream | undefined {
  return isYou ? streamOf(media.own.screen) : media.streamsOf(id)?.screen;
}

const own = new WeakMap<MediaStreamTrack, MediaStream>();

/** The same stream for the same track, so that a picture is not begun anew with every drawing. */
function streamOf(track: MediaStreamTrack | null): MediaStream | undefined {
  if (!track) return undefined;
  const stream = own.get(track) ?? new MediaStream([track]);
  own.set(track, stream);
  return stream;
}

interface PictureProps {
  readonly stream: MediaStream | undefined;
  readonly label: string;
  readonly mirrored?: boolean;
}

function Picture({ stream, label, mirrored = false }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null;
  }, [stream]);
  return (
    <video
      ref={video}
      className={mirrored ? 'picture mirrored' : 'picture'}
      aria-label={label}
      autoPlay
      playsInline
      muted
    />
  );
}

function Voice({ stream, isOn }: { readonly stream: MediaStream; readonly isOn: boolean }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = isOn ? stream : null;
    // Where the browser wants a gesture first, the next one on the page is it.
    if (isOn) {
      element.play().catch(() => {
        document.addEventListener('pointerdown', () => void element.play().catch(() => {}), { once: true });
      });
    }
  }, [stream, isOn]);
  // Nobody's words are known here.
  // biome-ignore lint/a11y/useMediaCaption: a live voice has no captions
  return <audio ref={audio} autoPlay />;
}
