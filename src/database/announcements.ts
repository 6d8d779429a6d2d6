/** What is announced in a write, and who listens to it in this process. */

/** @param topic nothing when something may have been missed: look at everything */
export type AnnouncementListener = (topic: string | undefined) => void;

export class Announcements {
  readonly #listeners = new Set<{ readonly call: AnnouncementListener }>();

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  /** @returns what ends it */
  listen(listener: AnnouncementListener): () => void {
    const one = { call: listener };
    this.#listeners.add(one);
    return () => void this.#listeners.delete(one);
  }

  tell(topic: string | undefined): void {
    for (const { call } of this.#listeners) call(topic);
  }
}
