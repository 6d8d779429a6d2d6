/** The content of a response that is encoded already, such as one that is kept for later requests. */
import type { GsbStatus } from '../sites/site.ts';

export class Encoded {
  readonly text: string;
  /** The last message that it was sent in, alone. */
  private message: Message | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * The bytes of the message that has nothing else in it, written once as long as the form stays the same.
   * @param form what encloses it
   */
  alone(form: object, gsbStatus: GsbStatus, write: () => string): Buffer {
    if (this.message?.form !== form || this.message.gsbStatus !== gsbStatus) {
      this.message = { form, gsbStatus, bytes: Buffer.from(write()) };
    }
    return this.message.bytes;
  }
}

interface Message {
  readonly form: object;
  readonly gsbStatus: GsbStatus;
  readonly bytes: Buffer;
}
