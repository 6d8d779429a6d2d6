/** New passwords cost the site a hash each: one message has so many, and no more. */
import { Refusal } from '../refusal.ts';

const MOST = 25;

export class TooManyNewPasswords extends Refusal {
  constructor() {
    super(`one message may set ${MOST} passwords: send the rest in the next one`);
  }
}

/** Those of one message. */
export class NewPasswords {
  #set = 0;

  /** Call before a password is hashed. @throws TooManyNewPasswords */
  readonly count = (): void => {
    this.#set += 1;
    if (this.#set > MOST) throw new TooManyNewPasswords();
  };
}
