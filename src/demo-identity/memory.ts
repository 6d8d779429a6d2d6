/** What the demo's identity provider has given out, in memory: it is gone with the process. */
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Of all kinds together; the oldest goes first. */
const MOST_ENTRIES = 10_000;

interface Entry {
  readonly payload: AdapterPayload;
  /** Epoch milliseconds by the provider's own clock, which is that of the system. */
  readonly until: number;
}

/** One for each provider: a store for every kind of thing that it keeps. */
export function memory(): (kind: string) => Adapter {
  const entries = new Map<string, Entry>();

  function read(key: string): AdapterPayload | undefined {
    const entry = entries.get(key);
    if (entry && entry.until > Date.now()) return entry.payload;
    entries.delete(key);
    return undefined;
  }

  function readWhere(kind: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload }] of entries) {
      if (key.startsWith(`${kind}:`) && fits(payload)) return read(key);
    }
    return undefined;
  }

  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      const until = expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY;
      entries.set(`${kind}:${id}`, { payload, until });
      const [oldest] = entries.keys();
      if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
    },
    find: async (id) => read(`${kind}:${id}`),
    findByUid: async (uid) => readWhere(kind, (payload) => payload.uid === uid),
    findByUserCode: async (code) => readWhere(kind, (payload) => payload.userCode === code),
    async consume(id) {
      const entry = entries.get(`${kind}:${id}`);
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      entries.delete(`${kind}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
