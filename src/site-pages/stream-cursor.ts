/** How far a page has read what its stream gives it one by one: signals and messages, each by its number. */
export class StreamCursor {
  /** The last of each that the page has; 0 before the first. */
  signal = 0;
  chat = 0;

  /** @param text the `id` of the last event that the page had (Last-Event-ID); whatever else it is counts as none */
  constructor(text: string | undefined) {
    const [, signal = 0, chat = 0] = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? '') ?? [];
    this.signal = Number(signal);
    this.chat = Number(chat);
  }

  toString(): string {
    return `${this.signal}-${this.chat}`;
  }
}
