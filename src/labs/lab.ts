/** A lab: computers of a site that people of a training session work at. */
import { Refusal, RuleBroken } from '../refusal.ts';

/** Computers of a lab that nobody has said more of. */
export const USUAL_COMPUTERS = 10;
export const MOST_COMPUTERS = 10_000;
export const MOST_LABS = 500;

export interface Lab {
  readonly labID: number;
  readonly labName: string;
  readonly description: string | undefined;
  readonly totalComputers: number;
}

export interface LabNow extends Lab {
  /** Those that are somebody's at this moment. */
  readonly computersInSession: number;
}

export interface NewLab {
  readonly labName: string;
  readonly description?: string | undefined;
}

/** From an instant on, up to another one that is no longer part of it: epoch milliseconds. */
export interface Period {
  readonly startAt: number;
  readonly endAt: number;
}

export interface Reservation extends Period {
  readonly id: number;
  readonly labName: string;
  readonly topic: string;
  /** Whose it is: the row of the account, and its webExID. */
  readonly account: number;
  readonly webExId: string;
  readonly computers: number;
}

export class LabNotFound extends RuleBroken {
  constructor(element: 'labName' | 'labID', lab: string | number) {
    super(element, `there is no lab ${lab}`);
  }
}

/** Fewer computers are free than somebody wants. */
export class LabFull extends RuleBroken {
  constructor({ labName }: Pick<Lab, 'labName'>, free: number) {
    super('numComputers', `at most ${free} computers of the lab ${labName} are free for the whole time`);
  }
}

export class LabNameTaken extends RuleBroken {
  constructor(labName: string) {
    super('labName', `there is a lab ${labName} already`);
  }
}

/** Somebody has reserved computers of it. */
export class LabReserved extends RuleBroken {
  constructor({ labName }: Pick<Lab, 'labName'>) {
    super('labID', `computers of the lab ${labName} are reserved`);
  }
}

export class TooManyLabs extends Refusal {
  constructor() {
    super(`a site has at most ${MOST_LABS} labs`);
  }
}
