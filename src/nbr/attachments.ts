/**
 * An answer with files: SOAP with Attachments. In the order and form that clients split by hand: the envelope, then for
 * each file a part that describes it (name, size, whether it is encrypted: a line each) and its bytes. There is no
 * preamble, one head to each part, and no blank line in the first two: some split the whole body at blank lines.
 */
import type { Random } from '../random.ts';
import { NotInStore, type RecordingStore } from '../recordings/store/recording-store.ts';
import { Refusal } from '../refusal.ts';
import type { Returned } from './nbr-operation.ts';
import { type Answered, attachedText } from './soap-answer.ts';

export interface Attached {
  readonly contentType: string;
  readonly contentLength: number;
  readonly body: AsyncIterable<Uint8Array>;
  /** Frees what has not been read. */
  close(): void;
}

type Piece = Buffer | AsyncIterable<Uint8Array>;

/** The recording was deleted for good in the meantime. */
export class FileGone extends Refusal {
  constructor() {
    super('the recording has just been deleted');
  }
}

/** @throws FileGone when the bytes of the first file are not there any more */
export async function attached(
  answered: Answered,
  { files, begin }: Returned['files'],
  store: Pick<RecordingStore, 'read'>,
  random: Random,
): Promise<Attached> {
  const boundary = `----=_Part_${random.bytes(16).toString('hex')}`;
  const idOf = (what: string) => `${what}.${random.bytes(16).toString('hex')}@parlance`;
  const envelopeID = idOf('envelope');
  const described = files.map((sent) => ({
    ...sent,
    descriptorID: idOf('descriptor'),
    bytesID: idOf('file'),
  }));
  const contentIDs = described.flatMap(({ descriptorID, bytesID }) => [descriptorID, bytesID]);
  const [first] = files;
  const opened = first && (await store.read(first.file.name).catch(gone));
  try {
    await begin();
  } catch (error) {
    opened?.destroy();
    throw error;
  }

  const pieces: Piece[] = [];
  let contentLength = 0;
  const add = (bytes: Buffer) => {
    contentLength += bytes.length;
    pieces.push(bytes);
  };
  const part = (contentType: string, contentID: string, content: string) =>
    `--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Transfer-Encoding: binary\r\n` +
    `Content-Id: <${contentID}>\r\n\r\n${content}`;
  add(Buffer.from(part('text/xml; charset=UTF-8', envelopeID, `${attachedText(answered, contentIDs)}\r\n`)));
  for (const { fileName, file, descriptorID, bytesID } of described) {
    // Nothing here is encrypted: the third line says so.
    const descriptor = `${fileName}\n${file.bytes}\nfalse`;
    add(Buffer.from(part('text/plain; charset=UTF-8', descriptorID, `${descriptor}\r\n`)));
    add(Buffer.from(part('application/octet-stream', bytesID, '')));
    contentLength += file.bytes;
    pieces.push(file === first?.file && opened ? opened : readLater(store, file.name));
    add(Buffer.from('\r\n'));
  }
  add(Buffer.from(`--${boundary}--\r\n`));
  return {
    contentType: `multipart/related; type="text/xml"; start="<${envelopeID}>"; boundary="${boundary}"`,
    contentLength,
    body: joined(pieces),
    close: () => void opened?.destroy(),
  };
}

function gone(error: unknown): never {
  throw error instanceof NotInStore ? new FileGone() : error;
}

async function* readLater(store: Pick<RecordingStore, 'read'>, name: string): AsyncGenerator<Uint8Array> {
  yield* await store.read(name);
}

async function* joined(pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (Buffer.isBuffer(piece)) yield piece;
    else yield* piece;
  }
}
