/** What a `<video>` element does, as the player shows it, and what the player has it do. */
import { type RefObject, useEffect, useMemo, useState } from 'react';

export interface Playback {
  readonly isPaused: boolean;
  /** Waits for bytes. */
  readonly isWaiting: boolean;
  readonly hasEnded: boolean;
  readonly hasFailed: boolean;
  /** Something has been played. */
  readonly hasBegun: boolean;
  /** Seconds. */
  readonly time: number;
  /** 0 while nobody knows. */
  readonly duration: number;
  /** The seconds up to which it can be played without waiting. */
  readonly buffered: number;
  readonly volume: number;
  readonly isMuted: boolean;
  readonly rate: number;
  /** Nothing is seen in it. */
  readonly isSound: boolean;
  readonly isInPicture: boolean;
  readonly hasCaptions: boolean;
}

export interface Deck extends Playback {
  toggle(): void;
  seek(to: number): void;
  skip(by: number): void;
  setVolume(volume: number): void;
  toggleMute(): void;
  setRate(rate: number): void;
  togglePicture(): void;
  toggleCaptions(): void;
  again(): void;
}

/** Seconds; the whole, or the part that is shown of it. */
export interface Bounds {
  readonly from: number;
  readonly to?: number | undefined;
}

const AT_REST: Playback = {
  isPaused: true,
  isWaiting: false,
  hasEnded: false,
  hasFailed: false,
  hasBegun: false,
  time: 0,
  duration: 0,
  buffered: 0,
  volume: 1,
  isMuted: false,
  rate: 1,
  isSound: false,
  isInPicture: false,
  hasCaptions: false,
};

const EVENTS = [
  'play',
  'pause',
  'playing',
  'waiting',
  'canplay',
  'seeking',
  'seeked',
  'ended',
  'error',
  'timeupdate',
  'durationchange',
  'loadedmetadata',
  'progress',
  'volumechange',
  'ratechange',
  'enterpictureinpicture',
  'leavepictureinpicture',
] as const;

/** @param known seconds of the whole, where the file itself does not tell */
export function usePlayback(
  ref: RefObject<HTMLVideoElement | null>,
  { from, to }: Bounds,
  known: number,
): Deck {
  const [playback, setPlayback] = useState<Playback>({ ...AT_REST, duration: lengthOf({ from, to }, known) });

  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    const look = () => {
      if (to !== undefined && video.currentTime >= to && !video.paused) video.pause();
      setPlayback((before) => seen(video, { from, to }, known, before));
    };
    for (const name of EVENTS) video.addEventListener(name, look);
    video.textTracks.addEventListener('change', look);
    // It may have begun to load before anybody listened.
    look();
    return () => {
      for (const name of EVENTS) video.removeEventListener(name, look);
      video.textTracks.removeEventListener('change', look);
    };
  }, [ref, from, to, known]);

  const deeds = useMemo(() => {
    const within = (at: number, video: HTMLVideoElement) => {
      const length = lengthOf({ from, to }, lengthIn(video, known));
      return from + Math.max(0, length > 0 ? Math.min(at, length) : at);
    };
    const withVideo = (work: (video: HTMLVideoElement) => void) => {
      if (ref.current) work(ref.current);
    };
    const seek = (at: number) =>
      withVideo((video) => {
        video.currentTime = within(at, video);
      });
    return {
      toggle: () =>
        withVideo((video) => {
          if (!video.paused) return video.pause();
          if (to !== undefined && video.currentTime >= to) video.currentTime = from;
          // What hinders it is told by the events.
          void video.play().catch(() => {});
        }),
      seek,
      skip: (by: number) => withVideo((video) => seek(video.currentTime - from + by)),
      setVolume: (volume: number) =>
        withVideo((video) => {
          video.volume = Math.max(0, Math.min(1, volume));
          video.muted = video.volume === 0;
        }),
      toggleMute: () =>
        withVideo((video) => {
          video.muted = !video.muted;
          if (!video.muted && video.volume === 0) video.volume = 0.5;
        }),
      setRate: (rate: number) =>
        withVideo((video) => {
          video.playbackRate = rate;
        }),
      togglePicture: () =>
        withVideo((video) => {
          const done =
            document.pictureInPictureElement === video
              ? document.exitPictureInPicture()
              : video.requestPictureInPicture();
          void done.catch(() => {});
        }),
      toggleCaptions: () =>
        withVideo(({ textTracks: [track] }) => {
          if (track) track.mode = track.mode === 'showing' ? 'hidden' : 'showing';
        }),
      again: () =>
        withVideo((video) => {
          const at = video.currentTime;
          video.load();
          video.currentTime = at;
          void video.play().catch(() => {});
        }),
    };
  }, [ref, from, to, known]);

  return { ...playback, ...deeds };
}

/** Of the part that is shown. */
function lengthOf({ from, to }: Bounds, whole: number): number {
  return Math.max(0, (to ?? whole) - from);
}

function lengthIn({ duration }: HTMLVideoElement, known: number): number {
  return Number.isFinite(duration) ? duration : known;
}

function seen(video: HTMLVideoElement, bounds: Bounds, known: number, before: Playback): Playback {
  const { from, to } = bounds;
  const { paused, ended, currentTime, seeking, readyState, buffered, error } = video;
  const hasEnded = ended || (to !== undefined && currentTime >= to);
  let until = from;
  for (let at = 0; at < buffered.length; at++) {
    if (buffered.start(at) <= currentTime + 0.5) until = Math.max(until, buffered.end(at));
  }
  return {
    isPaused: paused,
    isWaiting: !paused && !hasEnded && (seeking || readyState < HTMLMediaElement.HAVE_FUTURE_DATA),
    hasEnded,
    hasFailed: error !== null,
    hasBegun: before.hasBegun || !paused,
    time: Math.max(0, currentTime - from),
    duration: lengthOf(bounds, lengthIn(video, known)),
    buffered: until - from,
    volume: video.volume,
    isMuted: video.muted,
    rate: video.playbackRate,
    isSound: readyState >= HTMLMediaElement.HAVE_METADATA && video.videoWidth === 0,
    isInPicture: document.pictureInPictureElement === video,
    hasCaptions: video.textTracks[0]?.mode === 'showing',
  };
}
