/**
 * A process of its own, for people without a browser who show a picture by LiveKit: each is told to it as
 * `{ url, token }`, and told back as `'shown'`. It ends with whoever has started it.
 */
import {
  dispose,
  LocalVideoTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';

export interface PictureOrder {
  readonly url: string;
  readonly token: string;
}

/** As a camera of the room's pages, at fewer pictures a second: all of them are encoded on one machine. */
const SIZE = { width: 640, height: 360, rate: 10 } as const;

const sources: VideoSource[] = [];
const rooms: Room[] = [];

async function show({ url, token }: PictureOrder): Promise<void> {
  const room = new Room();
  rooms.push(room);
  await room.connect(url, token, { autoSubscribe: true, dynacast: true });
  const source = new VideoSource(SIZE.width, SIZE.height);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: true });
  await room.localParticipant?.publishTrack(LocalVideoTrack.createVideoTrack('camera', source), options);
  sources.push(source);
  process.send?.('shown');
}

const bytes = new Uint8Array((SIZE.width * SIZE.height * 3) / 2).fill(128);
let drawn = 0;

/** A bar that moves over a grey ground. */
function draw(): void {
  const left = (drawn++ * 8) % (SIZE.width - 40);
  for (let line = 0; line < SIZE.height; line++) {
    const at = line * SIZE.width;
    bytes.fill(90, at, at + SIZE.width).fill(220, at + left, at + left + 40);
  }
  const frame = new VideoFrame(bytes, SIZE.width, SIZE.height, VideoBufferType.I420);
  for (const source of sources) source.captureFrame(frame);
}

setInterval(draw, 1000 / SIZE.rate);
process.on('message', (order: PictureOrder) => {
  show(order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', async () => {
  setTimeout(() => process.exit(), 2_000);
  await Promise.allSettled(rooms.map((room) => room.disconnect()));
  await dispose();
  process.exit();
});
