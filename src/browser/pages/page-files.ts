/** What a page fetches, as addresses from the root of its host. */
export interface PageFiles {
  /** The script of the page's entry. */
  readonly script: string;
  /** What that script is going to import: fetched beside it, not after it. */
  readonly preloads: readonly string[];
  /** The files of the catalogue that the page's view needs, in its language. */
  readonly texts: readonly string[];
  readonly style: string;
  readonly icon: string;
}
