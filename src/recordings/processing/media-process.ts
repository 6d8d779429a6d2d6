/**
 * A process of its own that reads a media file that a stranger may have made: what breaks in it, or takes all it can get,
 * breaks nothing else. `node media-process.ts ORDER`; the answer is on its standard output.
 */
import {
  ALL_FORMATS,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import type { Joined, Measurement, MediaOrder } from './media-orders.ts';

/** Bytes of a file that are kept in memory. */
const CACHE = 4 * 1024 * 1024;

interface Opened {
  readonly input: Input;
  readonly video: InputVideoTrack | null;
  readonly audio: InputAudioTrack | null;
}

async function open(file: string): Promise<Opened> {
  const input = new Input({
    source: new FilePathSource(file, { maxCacheSize: CACHE }),
    formats: ALL_FORMATS,
  });
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  if (!video && !audio) throw new Error('there is neither picture nor sound in it');
  return { input, video, audio };
}

async function measure(file: string): Promise<Measurement> {
  const { input, video, audio } = await open(file);
  const format = await input.getFormat();
  const tracks = [video, audio].filter((track) => track !== null);
  const told = await input.getDurationFromMetadata(tracks);
  const duration = told ?? (await input.computeDuration(tracks));
  return {
    container:
      format === WEBM || format === MATROSKA ? 'webm' : format === MP4 || format === QTFF ? 'mp4' : 'other',
    duration: Math.round(duration * 1000),
    saysDuration: told !== null,
    ...(video && {
      video: {
        codec: (await video.getCodec()) ?? 'unknown',
        width: await video.getDisplayWidth(),
        height: await video.getDisplayHeight(),
      },
    }),
    ...(audio && {
      audio: {
        codec: (await audio.getCodec()) ?? 'unknown',
        rate: await audio.getSampleRate(),
        channels: await audio.getNumberOfChannels(),
      },
    }),
  };
}

type Order = Extract<MediaOrder, { kind: 'join' }>;

/** Those that are made as the first one is; the others would need to be made anew. */
async function join({ files, into, container }: Order): Promise<Joined> {
  const [first, ...others] = files;
  if (first === undefined) throw new Error('nothing to join');
  const opened = await open(first);
  const alike = [{ at: 0, opened }];
  const kind = await kindOf(opened);
  for (const [index, file] of others.entries()) {
    const next = await open(file);
    if ((await kindOf(next)) === kind) alike.push({ at: index + 1, opened: next });
    else next.input.dispose();
  }
  const format =
    container === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'reserve' });
  const output = new Output({ format, target: new FilePathTarget(into) });
  const [videoCodec, audioCodec] = [await opened.video?.getCodec(), await opened.audio?.getCodec()];
  const video = videoCodec ? new EncodedVideoPacketSource(videoCodec) : undefined;
  const audio = audioCodec ? new EncodedAudioPacketSource(audioCodec) : undefined;
  const isReserved = container === 'mp4';
  if (video) {
    const count = isReserved ? await packetsOf(alike.map(({ opened }) => opened.video)) : undefined;
    output.addVideoTrack(video, { ...(count !== undefined && { maximumPacketCount: count }) });
  }
  if (audio) {
    const count = isReserved ? await packetsOf(alike.map(({ opened }) => opened.audio)) : undefined;
    output.addAudioTrack(audio, { ...(count !== undefined && { maximumPacketCount: count }) });
  }
  await output.start();
  const pieces: { at: number; duration: number }[] = [];
  let offset = 0;
  for (const { at, opened: piece } of alike) {
    const duration = await copy(piece, { video, audio }, offset);
    pieces.push({ at, duration: Math.round(duration * 1000) });
    offset += duration;
    piece.input.dispose();
  }
  await output.finalize();
  return { pieces };
}

/** What must be the same for packets to stand in one track. */
async function kindOf({ video, audio }: Opened): Promise<string> {
  const description = (bytes: ArrayBufferLike | ArrayBufferView = new ArrayBuffer()) =>
    (ArrayBuffer.isView(bytes)
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : Buffer.from(bytes)
    ).toString('base64');
  const [picture, sound] = [await video?.getDecoderConfig(), await audio?.getDecoderConfig()];
  return JSON.stringify([
    await video?.getCodec(),
    description(picture?.description),
    await audio?.getCodec(),
    sound?.sampleRate,
    sound?.numberOfChannels,
    description(sound?.description),
  ]);
}

async function packetsOf(tracks: readonly (InputVideoTrack | InputAudioTrack | null)[]): Promise<number> {
  let count = 0;
  for (const track of tracks) {
    if (track) count += (await track.computePacketStats(undefined, { metadataOnly: true })).packetCount;
  }
  return count;
}

/**
 * Copies the packets of a file, in the order of their time, to behind what is there.
 * @returns how long it is, in seconds
 */
async function copy(
  { input, video, audio }: Opened,
  to: {
    readonly video: EncodedVideoPacketSource | undefined;
    readonly audio: EncodedAudioPacketSource | undefined;
  },
  offset: number,
): Promise<number> {
  const tracks = [video, audio].filter((track) => track !== null);
  const start = await input.getFirstTimestamp(tracks);
  const pictures = video && new EncodedPacketSink(video).packets();
  const sounds = audio && new EncodedPacketSink(audio).packets();
  const [pictureConfig, soundConfig] = [await video?.getDecoderConfig(), await audio?.getDecoderConfig()];
  let picture = await pictures?.next();
  let sound = await sounds?.next();
  let end = 0;
  while ((picture && !picture.done) || (sound && !sound.done)) {
    const isPicture =
      picture && !picture.done && !(sound && !sound.done && sound.value.timestamp < picture.value.timestamp);
    const packet = isPicture ? picture?.value : sound?.value;
    if (!packet) break;
    const timestamp = packet.timestamp - start;
    end = Math.max(end, timestamp + packet.duration);
    const moved = packet.clone({ timestamp: Math.max(0, timestamp) + offset });
    if (isPicture) {
      await to.video?.add(moved, pictureConfig ? { decoderConfig: pictureConfig } : undefined);
      picture = await pictures?.next();
    } else {
      await to.audio?.add(moved, soundConfig ? { decoderConfig: soundConfig } : undefined);
      sound = await sounds?.next();
    }
  }
  return end;
}

const order = JSON.parse(process.argv[2] ?? '') as MediaOrder;
const answer = order.kind === 'measure' ? await measure(order.file) : await join(order);
process.stdout.write(`${JSON.stringify(answer)}\n`);
