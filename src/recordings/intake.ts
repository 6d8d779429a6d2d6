/**
 * Takes recordings that are brought: from the host's pages, by NBR, by the command line. Their bytes go to the store as
 * they come, and what is said of them is held against them. Nothing is kept of what breaks off or does not fit.
 */
import type { AccountWithProfile } from '../accounts/account.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Random } from '../random.ts';
import { Refusal, RuleBroken } from '../refusal.ts';
import { type ServiceType, USUAL_SERVICE } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import { siteLock } from '../sites/site-rows.ts';
import { type FileKind, HEAD, kindOf } from './file-kind.ts';
import { Measured, TooManyBytes } from './measured.ts';
import {
  isPlayable,
  LONGEST_NAME,
  type Recording,
  RecordingBroken,
  RecordingKindUnknown,
  RecordingQuotaUsed,
  RecordingStoreFull,
  RecordingTooLarge,
} from './recording.ts';
import type { Recordings } from './recordings.ts';
import { LARGEST_RECORDING } from './room-recording.ts';
import { openSharedSpace, quotaOf } from './shared-space.ts';
import { type RecordingStore, StoreFull } from './store/recording-store.ts';

export interface IntakeParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: RecordingStore;
  readonly recordings: Pick<Recordings, 'add' | 'spaceUsed'>;
}

/** What somebody says who brings a recording. What is absent is not said. */
export interface BroughtRecording {
  /** 1 to 128 characters. */
  readonly name: string;
  /** How the file is called where it comes from. */
  readonly fileName: string;
  readonly mediaType?: string | undefined;
  readonly bytes?: number | undefined;
  readonly sha256?: Uint8Array | undefined;
  /** Whole seconds. */
  readonly duration?: number | undefined;
  /** Epoch milliseconds; without it that is now. */
  readonly createdAt?: number | undefined;
  readonly serviceType?: ServiceType | undefined;
  readonly sessionKey?: number | undefined;
  readonly confID?: number | undefined;
}

/** Characters of the name of a file that are kept. */
const LONGEST_FILE_NAME = 255;

export type Intake = ReturnType<typeof openIntake>;

export function openIntake({ database, clock, random, store, recordings }: IntakeParts) {
  const lock = siteLock(database);

  const space = openSharedSpace((site) => recordings.spaceUsed(site));

  return {
    /**
     * @param from is read once, and no further than to the first byte that may not be there
     * @returns it, on disk: READY, or PROCESSING where it can be played when it is made ready
     * @throws RuleBroken, RecordingKindUnknown, RecordingBroken, RecordingTooLarge, RecordingQuotaUsed,
     *   RecordingStoreFull, and what `from` throws; then nothing of it is kept
     */
    async take(
      site: Site,
      { host }: { readonly host: AccountWithProfile },
      brought: BroughtRecording,
      from: AsyncIterable<Uint8Array>,
    ): Promise<Recording> {
      checkSaid(brought, clock.now());
      const share = await space.share(site, brought.bytes);
      const measured = new Measured(from, { most: brought.bytes ?? LARGEST_RECORDING, keeps: HEAD });
      const name = `${site.id}/brought/${random.bytes(16).toString('hex')}`;
      let kind: FileKind | undefined;
      async function* checked() {
        for await (const piece of measured) {
          share.grow(piece.length);
          if (measured.bytes >= HEAD) kind ??= checkedKind(measured.head, brought);
          yield piece;
        }
        kind ??= checkedKind(measured.head, brought);
        if (measured.bytes !== (brought.bytes ?? measured.bytes)) throw new RecordingBroken('size');
      }
      try {
        await store.put(name, checked());
        const sha256 = measured.sha256();
        const { bytes } = measured;
        if (kind === undefined) throw new RecordingKindUnknown();
        const { format, mediaType } = kind;
        const document = {
          fileName: brought.fileName.slice(0, LONGEST_FILE_NAME).toWellFormed(),
          presenter: `${host.firstName} ${host.lastName}`.trim(),
          email: host.email,
        };
        const added = {
          host: host.id,
          name: brought.name.trim(),
          state: isPlayable(format) ? ('PROCESSING' as const) : ('READY' as const),
          service: brought.serviceType ?? USUAL_SERVICE,
          timeZoneID: host.timeZoneID,
          format,
          files: [{ role: 'MAIN' as const, name, mediaType, bytes, sha256 }],
          document,
          duration: brought.duration,
          createdAt: brought.createdAt,
          sessionKey: brought.sessionKey,
          confID: brought.confID,
        };
        if (brought.sha256 && !sha256.equals(brought.sha256)) throw new RecordingBroken('sha256');
        return await share.keep(() =>
          database.write(async (tx) => {
            // Two that come at the same time are counted one after the other.
            await lock.first({ site: site.id }, tx);
            if ((await recordings.spaceUsed(site, tx)) + bytes > quotaOf(site))
              throw new RecordingQuotaUsed();
            return recordings.add(tx, site, added);
          }),
        );
      } catch (error) {
        const refusal = refusalOf(error, brought);
        // A write that fails may have reached the disk all the same: then the bytes stay, whether a row knows them or not.
        if (refusal instanceof Refusal) await store.remove(name);
        throw refusal;
      } finally {
        share.close();
      }
    },
  };
}

/** Before a byte is read. */
function checkSaid({ name, bytes, duration, createdAt, sha256 }: BroughtRecording, now: number): void {
  const length = [...name.trim()].length;
  if (length === 0 || length > LONGEST_NAME) {
    throw new RuleBroken('name', `must have 1 to ${LONGEST_NAME} characters`);
  }
  if (/\p{Cc}/u.test(name) || !name.isWellFormed()) {
    throw new RuleBroken('name', 'must not contain control characters');
  }
  if (bytes !== undefined && !(Number.isSafeInteger(bytes) && bytes > 0)) {
    throw new RuleBroken('bytes', 'must be a whole number above 0');
  }
  if ((bytes ?? 0) > LARGEST_RECORDING) throw new RecordingTooLarge();
  if (duration !== undefined && !(Number.isSafeInteger(duration) && duration >= 0)) {
    throw new RuleBroken('duration', 'must be a whole number of seconds');
  }
  if (createdAt !== undefined && !(Number.isSafeInteger(createdAt) && createdAt > 0 && createdAt <= now)) {
    throw new RuleBroken('createdAt', 'must be in the past');
  }
  if (sha256 !== undefined && sha256.length !== 32) throw new RuleBroken('sha256', 'must have 32 bytes');
}

/** @throws RecordingKindUnknown, RecordingBroken */
function checkedKind(head: Uint8Array, brought: BroughtRecording): FileKind {
  const kind = kindOf(head, brought);
  if (kind === undefined) throw new RecordingKindUnknown();
  if ('is' in kind) throw new RecordingBroken('type');
  return kind;
}

function refusalOf(error: unknown, { bytes }: BroughtRecording): unknown {
  if (error instanceof StoreFull) return new RecordingStoreFull();
  if (error instanceof TooManyBytes)
    return bytes === undefined ? new RecordingTooLarge() : new RecordingBroken('size');
  return error;
}
