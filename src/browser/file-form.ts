/**
 * A form with a file in it, as browsers post it (RFC 7578): its fields, then one file, whose bytes are read as they come.
 * What stands behind the file is not read.
 */
import { Refused } from './reasons.ts';

export interface FileForm {
  /** Those that stand before the file. */
  readonly fields: ReadonlyMap<string, string>;
  /** Nothing where no file was chosen. */
  readonly file?: PostedFile | undefined;
}

export interface PostedFile {
  /** As it is called where it comes from; nothing of its folder. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Fails with `Refused` when it breaks off before its end. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Bytes of the head of a part, and of all fields together, at most. */
const LARGEST_HEAD = 8 * 1024;
const LARGEST_FIELDS = 64 * 1024;

/**
 * @param contentType that of the request, with its boundary
 * @throws Refused (InvalidDataFormat) when it is no such form
 */
export async function readFileForm(contentType: string, from: AsyncIterable<Uint8Array>): Promise<FileForm> {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw broken();
  const body = new PartsOfForm(from, boundary);
  const fields = new Map<string, string>();
  await body.skipPart();
  let room = LARGEST_FIELDS;
  while (await body.hasPart()) {
    const { name, fileName, mediaType } = describedBy(await body.head());
    if (fileName !== undefined) {
      if (fileName === '') return { fields };
      return { fields, file: { fileName, mediaType, bytes: body.part() } };
    }
    const value = await collected(body.part(), room);
    room -= value.length;
    if (name !== undefined && !fields.has(name)) fields.set(name, value.toString());
  }
  return { fields };
}

function broken(): Refused {
  return new Refused('InvalidDataFormat');
}

async function collected(part: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of part) {
    bytes += piece.length;
    if (bytes > most) throw broken();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What the head of a part says of it. Browsers write quotation marks and line feeds in names as %22, %0D and %0A. */
function describedBy(head: string) {
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1];
  if (disposition === undefined) throw broken();
  const [, name] = /;\s*name="([^"]*)"/i.exec(disposition) ?? [];
  const [, fileName] = /;\s*filename="([^"]*)"/i.exec(disposition) ?? [];
  const [, mediaType = ''] = /^content-type:\s*([^\s;]*)/im.exec(head) ?? [];
  return { name: name && plain(name), fileName: fileName && baseName(plain(fileName)), mediaType };
}

function plain(text: string): string {
  return text.replaceAll('%22', '"').replace(/%0D|%0A/gi, ' ');
}

/** Old browsers sent the path. */
function baseName(fileName: string): string {
  return fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
}

/** Takes the bytes of a form apart at its boundary. */
class PartsOfForm {
  readonly #from: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  /** The first boundary may stand at the very beginning: a line end before it makes it like the others. */
  #rest: Buffer = Buffer.from('\r\n');

  constructor(from: AsyncIterable<Uint8Array>, boundary: string) {
    this.#from = from[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  /** What stands before the first part is for nobody. */
  async skipPart(): Promise<void> {
    for await (const _piece of this.part());
  }

  /** Behind a boundary: whether another part begins. */
  async hasPart(): Promise<boolean> {
    while (this.#rest.length < 2) await this.#readOn();
    const end = this.#rest.toString('latin1', 0, 2);
    this.#rest = this.#rest.subarray(2);
    if (end !== '\r\n' && end !== '--') throw broken();
    return end === '\r\n';
  }

  /** The head of the part that begins. */
  async head(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end > LARGEST_HEAD || (end < 0 && this.#rest.length > LARGEST_HEAD)) throw broken();
      if (end >= 0) {
        const head = this.#rest.toString('utf8', 0, end);
        this.#rest = this.#rest.subarray(end + '\r\n\r\n'.length);
        return head;
      }
      await this.#readOn();
    }
  }

  /** The bytes up to the next boundary, which is read too. */
  async *part(): AsyncGenerator<Uint8Array, void> {
    const most = this.#delimiter.length - 1;
    for (;;) {
      const end = this.#rest.indexOf(this.#delimiter);
      if (end >= 0) {
        const last = this.#rest.subarray(0, end);
        this.#rest = this.#rest.subarray(end + this.#delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      // A boundary may have begun in what is left.
      if (this.#rest.length > most) {
        const sure = this.#rest.subarray(0, this.#rest.length - most);
        this.#rest = this.#rest.subarray(this.#rest.length - most);
        yield sure;
      }
      const before = await this.#readOnBehind();
      if (before) yield before;
    }
  }

  /** Reads on, and gives what was left where no boundary begins in it: a large piece need not be copied behind it. */
  async #readOnBehind(): Promise<Uint8Array | undefined> {
    const before = this.#rest;
    const { done, value } = await this.#from.next();
    if (done) throw broken();
    const most = this.#delimiter.length - 1;
    const seam = Buffer.concat([before, value.subarray(0, most)]);
    if (value.length < most || seam.indexOf(this.#delimiter) >= 0) {
      this.#rest = Buffer.concat([before, value]);
      return undefined;
    }
    this.#rest = Buffer.from(value.buffer, value.byteOffset, value.length);
    return before;
  }

  async #readOn(): Promise<void> {
    const { done, value } = await this.#from.next();
    if (done) throw broken();
    this.#rest = Buffer.concat([this.#rest, value]);
  }
}
