/**
 * Encoded answers kept beside the version of what they were made from. The version is read with every
 * request, so an answer is right also when another process has written.
 */
export interface Versions {
  /** The account's row and version. */
  readonly account: { readonly id: number; readonly version: number };
  readonly site: { readonly version: number };
}

interface Entry {
  readonly account: number;
  readonly site: number;
  readonly until: number;
  readonly text: string;
}

/** How many answers are kept: about 6 kB each. */
const AT_MOST = 5_000;

export class Kept {
  private readonly entries = new Map<number, Entry>();

  /** The text that was kept for these versions and is still good at `now`. */
  find({ account, site }: Versions, now: number): string | undefined {
    const entry = this.entries.get(account.id);
    if (!entry || entry.account !== account.version || entry.site !== site.version) return undefined;
    return entry.until > now ? entry.text : undefined;
  }

  /** @param until the instant from which time itself makes the text wrong */
  keep({ account, site }: Versions, until: number, text: string): void {
    this.entries.delete(account.id);
    if (this.entries.size >= AT_MOST) {
      const [oldest] = this.entries.keys();
      if (oldest !== undefined) this.entries.delete(oldest);
    }
    this.entries.set(account.id, {
      account: account.version,
      site: site.version,
      until,
      text: inOnePiece(text),
    });
  }
}

/** V8 keeps a text that was appended to as a tree of its pieces, and would walk it for every answer. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
}
