/**
 * Passwords: hashed with argon2id, verified once and then remembered for a short time, because an
 * integration sends its password with every call.
 */
import { hash as digestOf, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import { HashQueue, type QueuePlace } from './hash-queue.ts';

/** argon2id (the library's number 2) with OWASP's parameters: 19 MiB, two passes, one lane. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How long a verified password is remembered, in milliseconds, and for how many accounts. */
const REMEMBERED_FOR = 5 * 60_000;
const REMEMBERED_AT_MOST = 20_000;

/** Milliseconds for which wrong passwords make an account's next ones wait behind those of other accounts. */
const DOUBTFUL_FOR = 15 * 60_000;

/** New passwords are set by somebody who is known already; those of a site wait for each other, and for no other site's. */
function placeOfNew(site: { readonly id: number } | undefined): QueuePlace {
  return { doubtful: false, lane: [site?.id ?? 0, 0] };
}

/** Names that no account has. Every one of them would have a lane, if each had its own. */
const NOBODY: QueuePlace = { doubtful: true, lane: [0, 0] };

/** Whose password it is; a new `credentialVersion` forgets what was remembered. */
export interface PasswordHolder {
  readonly id: number;
  readonly site: number;
  /** Since when wrong passwords have been counted; epoch milliseconds. */
  readonly failedSince: number;
  readonly credentialVersion: number;
  readonly passwordHash: string | null;
}

/** What surrounds a comparison, once for all who ask the same at the same time. */
export interface Attempt {
  /** Counts it. May refuse, by what it throws. */
  begin(): Promise<unknown>;
  /** Reads the count again. May refuse, by what it throws. */
  recheck(): Promise<unknown>;
  /** The password was right. */
  succeed(): Promise<unknown>;
}

interface Remembered {
  readonly digest: Buffer;
  readonly credentialVersion: number;
  readonly until: number;
}

export type Passwords = ReturnType<typeof openPasswords>;

export function openPasswords(clock: Clock, random: Random) {
  const key = random.bytes(32).toString('base64');
  const remembered = new Map<number, Remembered>();
  const underWay = new Map<string, Promise<boolean>>();
  /** The attempts at an account that have begun and are not counted yet. */
  const counting = new Map<number, Promise<unknown>>();
  const queue = new HashQueue();
  /** What an unknown account is compared with, so that it takes as long as a known one. */
  let decoy: Promise<string> | undefined;

  /** A one-shot keyed hash under a key that lives as long as the process. */
  const digest = (holder: PasswordHolder, password: string) =>
    digestOf('sha256', `${key}\0${holder.id}\0${password}`, 'buffer');

  function isRemembered(holder: PasswordHolder, digest: Buffer): boolean {
    const known = remembered.get(holder.id);
    return (
      known !== undefined &&
      known.credentialVersion === holder.credentialVersion &&
      known.until > clock.now() &&
      timingSafeEqual(known.digest, digest)
    );
  }

  function remember(holder: PasswordHolder, digest: Buffer): void {
    remembered.delete(holder.id);
    if (remembered.size >= REMEMBERED_AT_MOST) {
      const [oldest] = remembered.keys();
      if (oldest !== undefined) remembered.delete(oldest);
    }
    remembered.set(holder.id, {
      digest: digest,
      credentialVersion: holder.credentialVersion,
      until: clock.now() + REMEMBERED_FOR,
    });
  }

  function placeOf({ id, site, failedSince }: PasswordHolder): QueuePlace {
    return { doubtful: failedSince > clock.now() - DOUBTFUL_FOR, lane: [site, id] };
  }

  /** Fails as the attempt does. */
  function counted({ id }: PasswordHolder, attempt: Attempt): Promise<unknown> {
    const begun = attempt.begin();
    const all = Promise.allSettled([counting.get(id), begun]).finally(() => {
      if (counting.get(id) === all) counting.delete(id);
    });
    counting.set(id, all);
    return begun;
  }

  return {
    /**
     * The argon2id hash, in PHC form.
     * @param site whose account will have it; without one it is the installation's own
     */
    hash(password: string, site?: { readonly id: number }): Promise<string> {
      return queue.run(placeOfNew(site), () => hash(password, PARAMETERS));
    },

    /** Whether a new password is one that the account had before. */
    isFormer(formerHash: string, password: string, site: { readonly id: number }): Promise<boolean> {
      return this.matches(formerHash, password, placeOfNew(site));
    },

    /** Whether `password` has that hash; takes its full time. */
    matches(passwordHash: string, password: string, place: QueuePlace): Promise<boolean> {
      return queue.run(place, () => verify(passwordHash, password));
    },

    /**
     * Whether it is the holder's password: at once when it is remembered. Without a hash it takes as long, and is not.
     * A remembered one that comes in a burst of others waits until those before it are counted: it is no way past the
     * lockout.
     */
    verify(holder: PasswordHolder, password: string, attempt: Attempt): true | Promise<boolean> {
      const given = digest(holder, password);
      if (isRemembered(holder, given)) {
        const before = counting.get(holder.id);
        return before === undefined ? true : before.then(() => attempt.recheck()).then(() => true);
      }
      const ticket = `${holder.id}:${holder.credentialVersion}:${given.toString('base64')}`;
      const running = underWay.get(ticket);
      if (running) return running;
      const answer = this.compare(holder, password, attempt)
        .then((right) => {
          if (right) remember(holder, given);
          return right;
        })
        .finally(() => underWay.delete(ticket));
      underWay.set(ticket, answer);
      return answer;
    },

    async compare(holder: PasswordHolder, password: string, attempt: Attempt): Promise<boolean> {
      await counted(holder, attempt);
      if (holder.passwordHash === null) return this.refuse(password, placeOf(holder));
      const right = await this.matches(holder.passwordHash, password, placeOf(holder));
      if (right) await attempt.succeed();
      return right;
    },

    /** False, after the time that a comparison takes. */
    async refuse(password: string, place = NOBODY): Promise<false> {
      decoy ??= this.hash(random.bytes(16).toString('hex'));
      await this.matches(await decoy, password, place);
      return false;
    },
  };
}
