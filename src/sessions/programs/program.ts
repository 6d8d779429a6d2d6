/** A program: events that belong together, under one address. */
import { Refusal, RuleBroken } from '../../refusal.ts';
import { webAddress } from '../../text-rules.ts';
import type { ListStatus } from '../session.ts';

export interface Program {
  /** The programID. */
  readonly id: number;
  readonly site: number;
  /** The row of the account that made it. */
  readonly host: number;
  /** What its address is made of; 32 hex digits. */
  readonly token: string;
  readonly name: string;
  readonly listStatus: ListStatus;
  readonly description: string | undefined;
  readonly expectedEnrollment: string | undefined;
  readonly budget: string | undefined;
  /** The page that people are sent to who enrol in an event of it that names none. */
  readonly afterEnrollmentURL: string | undefined;
}

export interface ListedProgram extends Program {
  readonly hostWebExID: string;
}

/** What somebody may wish of a program; in one that is changed, what is absent is taken away. */
export interface ProgramWish {
  readonly name: string;
  readonly listStatus: ListStatus;
  readonly description?: string | undefined;
  readonly expectedEnrollment?: string | undefined;
  readonly budget?: string | undefined;
  readonly afterEnrollmentURL?: string | undefined;
}

/** There is none of that number on the site, or it has ended, or the caller may not know of it. */
export class ProgramNotFound extends Refusal {
  constructor(programID: number) {
    super(`there is no program ${programID}`);
  }
}

export const PROGRAM_LIMITS = {
  name: 256,
  description: 2500,
  expectedEnrollment: 32,
  budget: 64,
  afterEnrollmentURL: 128,
} as const;

/** @throws RuleBroken when a part of the wish is outside its limits */
export function checkProgram(wish: ProgramWish): void {
  if (/^[\s\p{Cc}]*$/u.test(wish.name)) throw new RuleBroken('programName', 'must have a visible character');
  for (const [name, most] of Object.entries(PROGRAM_LIMITS)) {
    const text = wish[name as keyof typeof PROGRAM_LIMITS];
    if (text !== undefined && [...text].length > most) {
      throw new RuleBroken(name === 'name' ? 'programName' : name, `must have at most ${most} characters`);
    }
  }
  if (wish.afterEnrollmentURL !== undefined && webAddress(wish.afterEnrollmentURL) === undefined) {
    throw new RuleBroken('afterEnrollmentURL', 'must be an address of the web');
  }
}
