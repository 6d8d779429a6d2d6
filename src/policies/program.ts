/** Who makes, changes and sees programs of events, and who puts an event into one. */
import { type Account, isHost, isSiteAdmin } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { type Program, ProgramNotFound } from '../sessions/programs/program.ts';
import type { JudgeOfProgram, ProgramSearch } from '../sessions/programs/programs.ts';
import { mayReadSite } from './site.ts';

/** Hosts make programs, and so do site administrators. */
export function mayMakePrograms(account: Account): boolean {
  return isHost(account) || isSiteAdmin(account);
}

/** @throws AccessDenied when they may not */
export function checkMakesPrograms(account: Account): void {
  if (!mayMakePrograms(account)) throw new AccessDenied('only hosts make programs');
}

/** Whoever made it, and site administrators. */
export function mayManageProgram(account: Account, { host }: Program): boolean {
  return isSiteAdmin(account) || (isHost(account) && account.id === host);
}

/** Judges a change inside the write. For whoever may not change it, it does not exist. */
export function judgeOfProgram(account: Account): JudgeOfProgram {
  return (program) => {
    if (!mayManageProgram(account, program)) throw new ProgramNotFound(program.id);
  };
}

/** Which programs an account finds in lists: administrators all, others their own and those that are listed. */
export function programsFor(account: Account): Pick<ProgramSearch, 'viewer'> {
  return mayReadSite(account) ? {} : { viewer: account.id };
}

/** A program gathers the events of every host who finds it in the list. */
export function mayUseProgram(account: Account, { listStatus, host }: Program): boolean {
  return mayReadSite(account) || listStatus !== 'UNLISTED' || account.id === host;
}

/** Who sees the page of a program, having its address: everybody, or people with an account where it is PRIVATE. */
export function maySeeProgram(account: Account | undefined, { listStatus }: Program): boolean {
  return account !== undefined || listStatus !== 'PRIVATE';
}
