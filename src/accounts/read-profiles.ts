/** Profiles that have been read, by the version that is read with every account: right whoever writes. */
import type { Account } from './account.ts';
import type { Profile } from './account-profile.ts';

/** How many are kept: about 5 kB each. */
const AT_MOST = 2_000;

export class ReadProfiles {
  readonly #profiles = new Map<number, { readonly version: number; readonly profile: Profile }>();

  find({ id, version }: Account): Profile | undefined {
    const known = this.#profiles.get(id);
    return known?.version === version ? known.profile : undefined;
  }

  keep({ id, version }: Account, profile: Profile): void {
    this.#profiles.delete(id);
    if (this.#profiles.size >= AT_MOST) {
      const [oldest] = this.#profiles.keys();
      if (oldest !== undefined) this.#profiles.delete(oldest);
    }
    this.#profiles.set(id, { version, profile });
  }
}
