/**
 * Encoded answers kept beside the version of what they were made from. The version is read with every
 * request, so an answer is right also when another process has written.
 */
import type { Encoded } from './encoded.ts';

export interface Versions {
  /** The account's row and version. */
  readonly account: { readonly id: number; readonly version: number };
  readonly site: { readonly version: number };
}

interface Entry {
  readonly account: number;
  readonly site: number;
  readonly until: number;
  readonly answer: Encoded;
}

/** How many answers are kept: about 12 kB each, as a text and as the bytes of a whole message. */
const AT_MOST = 2_500;

export class Kept {
  private readonly entries = new Map<number, Entry>();

  /** The answer that was kept for these versions and is still good at `now`. */
  find({ account, site }: Versions, now: number): Encoded | undefined {
    const entry = this.entries.get(account.id);
    if (!entry || entry.account !== account.version || entry.site !== site.version) return undefined;
    return entry.until > now ? entry.answer : undefined;
  }

  /** @param until the instant from which time itself makes the answer wrong */
  keep({ account, site }: Versions, until: number, answer: Encoded): void {
    this.entries.delete(account.id);
    if (this.entries.size >= AT_MOST) {
      const [oldest] = this.entries.keys();
      if (oldest !== undefined) this.entries.delete(oldest);
    }
    this.entries.set(account.id, {
      account: account.version,
      site: site.version,
      until,
      answer,
    });
  }
}
