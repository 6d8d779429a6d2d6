const streams = new WeakMap<MediaStreamTrack, MediaStream>();

/** A stream of one track: the same for the same track, so that a picture is not begun anew with every drawing. */
export function streamOf(track: MediaStreamTrack | null): MediaStream | undefined {
  if (!track) return undefined;
  const stream = streams.get(track) ?? new MediaStream([track]);
  streams.set(track, stream);
  return stream;
}
