/** The nodes of a cluster, and which of them answer. */

/** Milliseconds for which a node that did not answer is asked last. */
const REST = 5_000;

/** Milliseconds between two looks at each node, and until one that does not answer is taken for dead. */
const EVERY = 1_000;
const PATIENCE = 2_000;

export type LiveKitNodes = ReturnType<typeof liveKitNodes>;

/** @param addresses without a slash at the end */
export function liveKitNodes(addresses: readonly string[], now: () => number) {
  const failedAt = new Map<string, number>();
  const dead = new Set<string>();
  const looking = new Set<string>();

  async function look(node: string, died: () => void): Promise<void> {
    if (looking.has(node)) return;
    looking.add(node);
    const answers = await fetch(`${node}/`, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) })
      .then(async ({ ok, body }) => {
        await body?.cancel();
        return ok;
      })
      .catch(() => false);
    looking.delete(node);
    if (answers) {
      dead.delete(node);
      failedAt.delete(node);
      return;
    }
    failedAt.set(node, now());
    if (dead.has(node)) return;
    dead.add(node);
    died();
  }

  return {
    /** Those that have answered first. */
    inTurn(): readonly string[] {
      const rests = (node: string) => now() - (failedAt.get(node) ?? Number.NEGATIVE_INFINITY) < REST;
      return [...addresses.filter((node) => !rests(node)), ...addresses.filter(rests)];
    },

    /** It did not answer: it is asked last for a while. */
    failed(node: string): void {
      failedAt.set(node, now());
    },

    answered(node: string): void {
      failedAt.delete(node);
    },

    /**
     * Looks at each node every second, where there are several: what one of them had is to be taken up by another soon.
     * @param died is called once when a node answers no more. It must not throw
     * @returns what ends it
     */
    watch(died: () => void): () => void {
      if (addresses.length < 2) return () => {};
      const timer = setInterval(() => {
        for (const node of addresses) void look(node, died);
      }, EVERY).unref();
      return () => clearInterval(timer);
    },
  };
}
