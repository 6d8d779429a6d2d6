/** Oneself as the others will see and hear one, and whether they do when one comes in. */
import { useEffect, useRef } from 'react';
import type { DevicesAsked } from '../../src/browser/pages/session-pages.ts';
import { Icon, type IconName } from '../room/frame/icon.tsx';
import { useTexts } from '../texts/texts.ts';
import { chooseOn, type OwnDevice, useDeviceChoices } from './device-choices.ts';
import { DeviceFields } from './device-fields.tsx';
import { comeWith } from './join-choices.ts';
import { type TriedDevice, useDevice } from './use-device.ts';
import { useLevel } from './use-level.ts';

const ICONS: Readonly<Record<OwnDevice, readonly [off: IconName, on: IconName]>> = {
  microphone: ['microphoneOff', 'microphone'],
  camera: ['cameraOff', 'camera'],
};

interface PreviewProps {
  readonly devices: DevicesAsked;
}

export function Preview({ devices }: PreviewProps) {
  const texts = useTexts().prejoin;
  const { on } = useDeviceChoices();
  const tried: Record<OwnDevice, TriedDevice> = {
    microphone: useDevice('microphone', devices.microphone && on.microphone),
    camera: useDevice('camera', devices.camera && on.camera),
  };
  const { microphone, camera } = tried;
  const asked = (['microphone', 'camera'] as const).filter((device) => devices[device]);
  const isHeard = microphone.track !== null;
  const isSeen = camera.track !== null;
  useEffect(() => comeWith({ microphone: isHeard, camera: isSeen }), [isHeard, isSeen]);
  return (
    <>
      <div className={isSeen ? 'prejoin-picture' : 'prejoin-picture off'}>
        {camera.track ? (
          <OwnPicture track={camera.track} />
        ) : (
          <p className="prejoin-words">{pictureWords(devices, tried, texts)}</p>
        )}
        <div className="prejoin-buttons">
          {asked.map((device) => {
            const { track, trouble, isOpening } = tried[device];
            const [off, onIcon] = ICONS[device];
            return (
              <button
                key={device}
                type="button"
                className={track ? 'prejoin-button' : 'prejoin-button off'}
                aria-label={texts.turn[device][track ? 1 : 0]}
                aria-busy={isOpening || undefined}
                onClick={() => {
                  // What was wanted and is in the way is tried once more.
                  if (trouble !== undefined && on[device]) tried[device].again();
                  else chooseOn(device, !on[device]);
                }}
              >
                <Icon name={track ? onIcon : off} />
              </button>
            );
          })}
        </div>
      </div>
      {devices.microphone && <Level track={microphone.track} />}
      {asked.map((device) => {
        const { trouble } = tried[device];
        return (
          trouble && (
            <p key={device} className="notice" role="alert">
              {texts.trouble(device, trouble)}
            </p>
          )
        );
      })}
      <details className="folded">
        <summary>{texts.choose}</summary>
        <DeviceFields devices={devices} seen={isHeard || isSeen} />
      </details>
    </>
  );
}

type Words = ReturnType<typeof useTexts>['prejoin'];

function pictureWords(
  devices: DevicesAsked,
  { microphone, camera }: Record<OwnDevice, TriedDevice>,
  texts: Words,
): string {
  if (camera.isOpening || microphone.isOpening) return texts.asking;
  if (!devices.camera) return microphone.track ? texts.heard : texts.notHeard;
  return microphone.track ? texts.notSeen : texts.neither;
}

function OwnPicture({ track }: { readonly track: MediaStreamTrack }) {
  const texts = useTexts().prejoin;
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track]);
  }, [track]);
  return (
    <video
      ref={video}
      className="picture mirrored"
      aria-label={texts.ownPicture}
      autoPlay
      playsInline
      muted
    />
  );
}

function Level({ track }: { readonly track: MediaStreamTrack | null }) {
  const texts = useTexts().prejoin;
  const bar = useRef<HTMLDivElement>(null);
  const isHeard = useLevel(track, bar);
  return (
    <div className="level">
      <div className="level-bar" ref={bar} data-off={track === null || undefined} aria-hidden="true" />
      <p role="status">
        {track === null ? texts.microphoneOff : isHeard ? texts.youAreHeard : texts.saySomething}
      </p>
    </div>
  );
}
