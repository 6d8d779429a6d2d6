/**
 * A page of a list that filters thin out. What is read for it is bounded: where enough has been read and something was
 * found, the page is short and tells where the next one begins. It is never empty while there is more: clients stop at an
 * empty page.
 */

/** How many are looked at in one go where filters thin out a list. */
export const BATCH = 100;

/** How many are looked at for one page, once something was found. */
export const READ_AT_MOST = 400;

export interface ThinnedPage<V, P> {
  readonly items: readonly V[];
  /** The place after which the next page begins. */
  readonly next: P | undefined;
}

/** An entry of the list before it is known whether it is asked for. */
export interface EntryToThin<V, P> {
  readonly place: P;
  /** Nothing for one that is not asked for. */
  present(): Promise<V | undefined>;
}

export async function thinnedPage<V, P>(
  entries: AsyncIterable<EntryToThin<V, P>>,
  most: number,
): Promise<ThinnedPage<V, P>> {
  const items: V[] = [];
  let told: P | undefined;
  let read = 0;
  for await (const { place, present } of entries) {
    read += 1;
    const value = await present();
    if (value !== undefined) {
      if (items.length === most) return { items, next: told };
      items.push(value);
      told = place;
    }
    if (read >= READ_AT_MOST && items.length > 0) return { items, next: place };
  }
  return { items, next: undefined };
}
