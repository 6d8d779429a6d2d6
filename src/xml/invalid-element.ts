/** A value that breaks its declaration, whether it came as XML or as JSON. */
import type { UnknownElement } from './unknown-element.ts';

export type Rule =
  | 'missing'
  | 'too-long'
  | 'not-a-boolean'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-in-list'
  | 'not-base64'
  | 'too-many'
  | 'unknown'
  | 'has-no-children'
  | 'misuses-namespaces'
  | 'not-a-text'
  | 'not-an-object'
  | 'not-a-list'
  | 'not-xml';

/** What was given for one of a list. */
export interface WordOfList {
  readonly allowed: readonly string[];
  readonly given: string;
}

/** A value that breaks its declaration. `path` names the element from the outside in. */
export class InvalidElement extends Error {
  readonly rule: Rule;
  readonly explanation: string;
  /** Where the value must be one of a list. */
  readonly choice: WordOfList | undefined;
  path: string;
  constructor(element: string, rule: Rule, explanation: string, choice?: WordOfList) {
    super();
    this.choice = choice;
    this.name = 'InvalidElement';
    this.rule = rule;
    this.explanation = explanation;
    this.path = element;
  }
  override get message(): string {
    return `${this.path}: ${this.explanation}`;
  }
}

/** Collects what was tolerated: a note for a person, and the element when it is one that nobody knows. */
export type Hint = (note: string, unknown?: UnknownElement) => void;
