/** Who does what is being done: set once where a call comes in, and asked for by whatever writes it down. */
import { AsyncLocalStorage } from 'node:async_hooks';

export const ACTOR_KINDS = ['account', 'owner', 'partner', 'command', 'visitor', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const FACES = ['xml', 'url', 'page', 'console', 'nbr', 'rest', 'command', 'system'] as const;
export type Face = (typeof FACES)[number];

export interface Actor {
  /**
   * `owner` is an owner of the installation at work on another site, `partner` a program that knows the site's partner id,
   * `command` somebody at the command line, `visitor` somebody who has not signed in, `system` Parlance itself: what is due
   * at a time, what follows from something else.
   */
  readonly kind: ActorKind;
  /** The account's row; of a site's account or an owner alone. */
  readonly accountId?: number | undefined;
  /** The webExID, or the name of the machine's user. */
  readonly name: string;
  /** The name of the site that the account is of. */
  readonly site?: string | undefined;
  readonly face: Face;
  /** Where the call came from. */
  readonly address?: string | undefined;
  /** As the log names the call. */
  readonly requestId?: string | undefined;
}

/** Somebody, or how to say who it is once that matters: a call may learn it on its way. */
type Acting = Actor | (() => Actor);

const acting = new AsyncLocalStorage<Acting>();

const SYSTEM: Actor = { kind: 'system', name: 'Parlance', face: 'system' };

/** Runs a work, and all that it leads to, as somebody's. */
export function actingAs<T>(who: Acting, work: () => T): T {
  return acting.run(who, work);
}

/** Who acts here; Parlance itself where nobody has been named. */
export function currentActor(): Actor {
  const who = acting.getStore();
  if (who === undefined) return SYSTEM;
  return typeof who === 'function' ? who() : who;
}
