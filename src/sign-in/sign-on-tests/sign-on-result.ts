/** What came of a sign-in that was tried, as it is kept and shown. */
import type { DocumentKind } from '../../stored/codec.ts';
import { integer, list, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';
import { OPENID_STEPS, SAML_STEPS, type SignOnStep, type Witness } from './witness.ts';

/** Bytes of a value are bounded where messages are; of their number, here. */
const MOST_ATTRIBUTES = 100;

/** `open`: an earlier step broke. A step that does not apply is left out. */
const step = record({
  id: oneOf([...SAML_STEPS, ...OPENID_STEPS.filter((id) => id !== 'person' && id !== 'account')]),
  state: oneOf(['good', 'bad', 'open']),
  came: optional(text),
});

const shape = record({
  steps: list(step),
  /** Why the step broke. `number` is the one that the people who sign in are told. */
  failure: optional(record({ number: integer, detail: text })),
  /** What the provider says of the person. */
  attributes: list(record({ name: text, values: list(text) })),
  account: optional(record({ webExID: text, outcome: oneOf(['found', 'changed', 'made']) })),
});

export type SignOnResult = TypeOf<typeof shape>;
export type AccountOutcome = NonNullable<SignOnResult['account']>;

export const SIGN_ON_RESULT: DocumentKind<SignOnResult> = {
  name: 'result of a test sign-in',
  shape,
  upgrades: [],
};

/** Gathers what a sign-in shows of itself on its way. */
export class Findings<S extends SignOnStep> implements Witness<S> {
  readonly #steps: readonly S[];
  readonly #held = new Map<S, string | undefined>();
  readonly #skipped = new Set<S>();
  #attributes: SignOnResult['attributes'] = [];
  #account: AccountOutcome | undefined;

  /** @param steps in their order */
  constructor(steps: readonly S[]) {
    this.#steps = steps;
  }

  held(step: S, came?: string): void {
    this.#held.set(step, came);
  }

  skipped(step: S): void {
    this.#skipped.add(step);
  }

  /** What the provider says of the person. */
  says(attributes: Iterable<readonly [string, readonly string[]]>): void {
    this.#attributes = [...attributes].slice(0, MOST_ATTRIBUTES).map(([name, values]) => ({ name, values }));
  }

  /** Whose the account is that it leads to. */
  leadsTo(account: AccountOutcome): void {
    this.#account = account;
  }

  /** @param failure why it went no further: the first step that did not hold has broken */
  result(failure?: SignOnResult['failure']): SignOnResult {
    const asked = this.#steps.filter((step) => !this.#skipped.has(step));
    const broken = failure && asked.find((step) => !this.#held.has(step));
    const steps = asked.map((id) => {
      const came = this.#held.get(id);
      const state = this.#held.has(id) ? 'good' : id === broken ? 'bad' : 'open';
      return { id, state, ...(came !== undefined && { came }) } as const;
    });
    const account = this.#account;
    return {
      steps,
      attributes: this.#attributes,
      ...(failure && { failure }),
      ...(account && { account }),
    };
  }
}
