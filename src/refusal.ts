/**
 * What the domain says no with: `throw new AccountNotFound(webExId)`. It knows no number and no reason
 * word; each protocol owns one table from these names to its own words. Anything else that is thrown is
 * a fault of ours.
 */
export abstract class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

export type RefusalClass = abstract new (...given: never[]) => Refusal;

/** A value that was readable but breaks a rule of the domain. `element` is the interface's name for it. */
export class RuleBroken extends Refusal {
  readonly element: string;
  readonly rule: string;
  constructor(element: string, rule: string) {
    super(`${element}: ${rule}`);
    this.element = element;
    this.rule = rule;
  }
}

/** The caller is known, and may not do this. */
export class AccessDenied extends Refusal {
  constructor(why: string) {
    super(why);
  }
}

/** Nothing matches; lists are never empty. */
export class NoRecordFound extends Refusal {
  constructor() {
    super('no record matches');
  }
}

/**
 * A no that only our own faces can meet, such as the console: the old protocols have neither the thing nor a word for it.
 */
export abstract class OwnRefusal extends Refusal {}

/** What somebody wants to change is not any more what they have read. */
export class StaleVersion extends OwnRefusal {
  /** As it is now, in the form in which it was read. */
  readonly current: unknown;
  readonly changedBy: string | undefined;
  constructor(current: unknown, changedBy?: string) {
    super('somebody else has changed this meanwhile');
    this.current = current;
    this.changedBy = changedBy;
  }
}
