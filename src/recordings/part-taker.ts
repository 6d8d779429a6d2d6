/** Takes the parts of a segment, one after the other, each once. */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { Measured, TooManyBytes } from './measured.ts';
import {
  beginsAs,
  LARGEST_PART,
  LARGEST_RECORDING,
  MOST_PARTS,
  type RoomRecording,
  SIGNATURE,
  type Unkept,
} from './room-recording.ts';
import type { RoomRecordingStatements, SegmentRow } from './room-recording-statements.ts';
import { type RecordingStore, StoreFull } from './store/recording-store.ts';

export interface PartTakerParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: RecordingStore;
  readonly statements: RoomRecordingStatements;
  /** Bytes of everything that the site has recorded. */
  readonly spaceUsed: (site: Site, tx: Executor) => Promise<number>;
}

/** Which part it is; both are counted from 0. */
export interface PartNumber {
  readonly segment: number;
  readonly part: number;
}

export type PartResult =
  | { readonly kept: true }
  /** `next` is the number of the part that the segment waits for. */
  | { readonly kept: false; readonly why: Unkept; readonly next?: number };

const KEPT: PartResult = { kept: true };

export function openPartTaker({ database, clock, random, store, statements, spaceUsed }: PartTakerParts) {
  /** What is in the way of a part; nothing of a part that is next, its segment of one that is there already. */
  async function inTheWay(
    recording: RoomRecording,
    { segment: number, part }: PartNumber,
    tx?: Executor,
  ): Promise<PartResult | { readonly segment: SegmentRow; readonly isThere: boolean }> {
    const segment = await statements.segment.first({ recording: recording.id, number }, tx);
    if (!segment || part >= MOST_PARTS) return unkept('over');
    if (part > segment.parts) return { ...unkept('order'), next: segment.parts };
    return { segment, isThere: part < segment.parts };
  }

  /** Another process, or an earlier attempt, has it: it must be the same. */
  async function again(
    segment: SegmentRow,
    part: number,
    sha256: Buffer,
    tx?: Executor,
  ): Promise<PartResult> {
    const row = await statements.part.first({ segment: segment.id, number: part }, tx);
    if (row && sha256.equals(row.sha256)) return KEPT;
    return { ...unkept('other'), next: segment.parts };
  }

  /** What is too large is no longer read: the answer says so. */
  async function measured(work: () => Promise<void>): Promise<Unkept | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (error instanceof TooManyBytes) return 'large';
      if (error instanceof StoreFull) return 'full';
      throw error;
    }
  }

  /**
   * @param from is read at most as far as a part may be large
   * @returns that it is on disk, also when it was before; or why not, and then nothing of it is kept
   */
  return async function take(
    site: Site,
    recording: RoomRecording,
    number: PartNumber,
    from: AsyncIterable<Uint8Array>,
  ): Promise<PartResult> {
    if (recording.state !== 'RECORDING') return unkept('over');
    const before = await inTheWay(recording, number);
    if ('kept' in before) return before;
    const bytes = new Measured(from, { most: LARGEST_PART, keeps: SIGNATURE });
    if (before.isThere) {
      const why = await measured(() => bytes.drain());
      return why ? unkept(why) : again(before.segment, number.part, bytes.sha256());
    }
    const name = nameOf(recording, number, random.bytes(6).toString('hex'));
    const why = await measured(() => store.put(name, bytes));
    if (why) return unkept(why);
    // A write that fails may have reached the disk all the same: then the bytes stay, whether a row knows them or not.
    const result = await write(site, recording, { number, name, bytes });
    if (!result.isUsed) await store.remove(name);
    return result.taken;
  };

  interface Written {
    readonly number: PartNumber;
    readonly name: string;
    readonly bytes: Measured;
  }

  /** Its row, when nothing has changed in the meantime. */
  async function write(
    site: Site,
    recording: RoomRecording,
    { number, name, bytes }: Written,
  ): Promise<{ readonly taken: PartResult; readonly isUsed: boolean }> {
    const sha256 = bytes.sha256();
    const size = bytes.bytes;
    return database.write(async (tx) => {
      const unused = (taken: PartResult) => ({ taken, isUsed: false });
      const row = await statements.held.first({ id: recording.id }, tx);
      if (row?.state !== 'RECORDING') return unused(unkept('over'));
      const now = await inTheWay(recording, number, tx);
      if ('kept' in now) return unused(now);
      if (now.isThere) return unused(await again(now.segment, number.part, sha256, tx));
      if (size === 0) return unused(unkept('empty'));
      if (number.part === 0 && !beginsAs(now.segment.media_type, bytes.head)) return unused(unkept('kind'));
      if (row.bytes + size > LARGEST_RECORDING) return unused(unkept('large'));
      const { quota } = site.settings.recordings;
      if (quota > 0) {
        if ((await spaceUsed(site, tx)) + size > quota * 1_000_000) return unused(unkept('quota'));
      }
      const at = clock.now();
      const part = { segment: now.segment.id, number: number.part, name, bytes: size, sha256, at };
      await statements.addPart.run(part, tx);
      await statements.grewSegment.run({ id: now.segment.id, bytes: size }, tx);
      await statements.grew.run({ id: recording.id, bytes: size, at }, tx);
      return { taken: KEPT, isUsed: true };
    });
  }
}

function unkept(why: Unkept): { readonly kept: false; readonly why: Unkept } {
  return { kept: false, why };
}

/** A name of its own for each attempt: bytes that are acknowledged are never written over. */
function nameOf({ site, id }: RoomRecording, { segment, part }: PartNumber, attempt: string): string {
  return `${site}/${id}/${segment}-${part}.${attempt}.part`;
}
