/** The places of a recording that one may want to go to. */
import type { RecordingChapter } from '../../src/browser/pages/recording-page.ts';

/** Those of the part that is shown, from its beginning. That it begins is no place of its own. */
export function chaptersWithin(
  chapters: readonly RecordingChapter[],
  {
    from = 0,
    to = Number.POSITIVE_INFINITY,
  }: { readonly from?: number | undefined; readonly to?: number | undefined },
): readonly RecordingChapter[] {
  return chapters
    .filter(
      ({ at, kind, title }) =>
        at >= from * 1000 && at <= to * 1000 && !(kind === 'segment' && at === 0 && title === ''),
    )
    .map((one) => ({ ...one, at: one.at - from * 1000 }));
}

/** The last one that has begun at that second. */
export function chapterAt(
  chapters: readonly RecordingChapter[],
  seconds: number,
): RecordingChapter | undefined {
  return chapters.findLast(({ at }) => at <= seconds * 1000 + 250);
}
