/** Narrows a list to the recordings of meetings at which the caller's client keeps a tag: the list is read on until a page is full. */
import type { AfterRecording, PageOfRecordings } from '../../recordings/recording-pages.ts';
import type { RestCall } from '../rest-caller.ts';
import { placesOf } from './recording-place.ts';

type Placed = Parameters<typeof placesOf>[2][number];

/** Recordings that are looked at with one question. */
const AT_ONCE = 200;

/** @param tag nothing narrows nothing */
export async function ofTag<T extends Placed & AfterRecording>(
  call: RestCall,
  tag: string | undefined,
  { after, max }: PageOfRecordings,
  read: (page: PageOfRecordings) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  if (tag === undefined) return read({ after, max });
  const tagged: T[] = [];
  let last = after;
  for (;;) {
    const batch = await read({ after: last, max: AT_ONCE });
    const places = await placesOf(call, call.site, batch);
    tagged.push(...batch.filter((_, at) => places[at]?.integrationTags?.includes(tag)));
    last = batch.at(-1);
    if (tagged.length >= max || batch.length < AT_ONCE) return tagged.slice(0, max);
  }
}
