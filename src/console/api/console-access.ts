/** Who may call an endpoint of the console. What they may is judged in `policies/`; here it has its words. */
import type { Account } from '../../accounts/account.ts';
import { checkAdministers, checkReadsSite } from '../../policies/site.ts';
import { AccessDenied } from '../../refusal.ts';

/** Whoever asks. */
export interface Asking {
  /** An owner is an administrator of the site that they work on. */
  readonly account: Account;
  readonly isOwner: boolean;
}

export interface ConsoleAccess {
  /** For the manual. */
  readonly words: string;
  /** @throws AccessDenied */
  judge(asking: Asking): void;
}

/** Administrators, those who may only read among them. */
export const readsSite: ConsoleAccess = {
  words: 'administrators, and those who may only read',
  judge: ({ account }) => checkReadsSite(account),
};

export const administers: ConsoleAccess = {
  words: 'administrators',
  judge: ({ account }) => checkAdministers(account),
};

/** Of the whole installation. */
export const owns: ConsoleAccess = {
  words: "the installation's owners",
  judge: ({ isOwner }) => {
    if (!isOwner) throw new AccessDenied('only an owner of the installation may do this');
  },
};
