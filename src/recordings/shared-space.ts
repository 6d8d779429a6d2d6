/**
 * What is left of a site's space for recordings, shared by the files that come to it at the same time: each alone would
 * fit, and together they would fill the disk before the first of them is refused. Each process counts those that come to
 * it; the write that keeps a file counts them all.
 */
import type { Site } from '../sites/site.ts';
import { RecordingQuotaUsed } from './recording.ts';

interface Together {
  /** How many files share. */
  files: number;
  /** Bytes of those that are coming. */
  coming: number;
  /** Bytes of those that are kept since the first of them began. */
  kept: number;
  /** Whoever counts what is there waits for whoever keeps a file, and the other way round. */
  turn: Promise<unknown>;
}

export interface SpaceShare {
  /** @throws RecordingQuotaUsed when there is no room for so many bytes more */
  grow(bytes: number): void;
  /** All of it is there: from now on it is counted as kept, if the write does not fail. */
  keep<T>(write: () => Promise<T>): Promise<T>;
  /** What is not kept takes up nothing any more. */
  close(): void;
}

export type SharedSpace = ReturnType<typeof openSharedSpace>;

/** @param spaceUsed bytes that the site's recordings take up */
export function openSharedSpace(spaceUsed: (site: Site) => Promise<number>) {
  const sites = new Map<number, Together>();

  return {
    /**
     * @param said bytes that the file is said to have
     * @throws RecordingQuotaUsed when there is no room for it
     */
    async share(site: Site, said = 1): Promise<SpaceShare> {
      const quota = quotaOf(site);
      const together = sites.get(site.id) ?? { files: 0, coming: 0, kept: 0, turn: Promise.resolve() };
      sites.set(site.id, together);
      together.files += 1;
      let own = 0;
      const close = () => {
        together.coming -= own;
        together.files -= 1;
        if (together.files === 0) sites.delete(site.id);
      };
      try {
        const before = await inTurn(together, async () => (await spaceUsed(site)) - together.kept);
        const used = () => before + together.kept + together.coming;
        if (used() + said > quota) throw new RecordingQuotaUsed();
        return {
          grow(bytes) {
            own += bytes;
            together.coming += bytes;
            if (used() > quota) throw new RecordingQuotaUsed();
          },
          keep: (write) =>
            inTurn(together, async () => {
              const written = await write();
              together.kept += own;
              together.coming -= own;
              own = 0;
              return written;
            }),
          close,
        };
      } catch (error) {
        close();
        throw error;
      }
    },
  };
}

/** Bytes. */
export function quotaOf({ settings }: Site): number {
  const { quota } = settings.recordings;
  return quota === 0 ? Number.POSITIVE_INFINITY : quota * 1_000_000;
}

function inTurn<T>(together: Together, work: () => Promise<T>): Promise<T> {
  const done = together.turn.then(work);
  together.turn = done.catch(() => {});
  return done;
}
