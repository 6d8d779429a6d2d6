/** Finds what is to be said of the facts of a refusal, when somebody reads them. */
import type { RefusalFacts } from '../entry.ts';
import { CALLER_FINDINGS } from './caller-findings.ts';
import type { Diagnosis, RefusalFinding, RefusalFindingOf, Surroundings } from './diagnosis.ts';
import { ELEMENT_FINDINGS } from './element-findings.ts';
import { MESSAGE_FINDINGS, unreadable } from './message-findings.ts';

export type { Diagnosis, Surroundings } from './diagnosis.ts';

const FINDINGS: Readonly<Record<string, RefusalFindingOf>> = {
  ...MESSAGE_FINDINGS,
  ...ELEMENT_FINDINGS,
  ...CALLER_FINDINGS,
};

/** The rules of which something of their own is said. */
export const EXPLAINED: ReadonlySet<string> = new Set(Object.keys(FINDINGS));

export function diagnose(facts: RefusalFacts, around: Surroundings): Diagnosis {
  const { rule, element, nearest, allowed } = facts;
  const found = findingFor(rule)(facts, around);
  const manual = found.manual ?? manualOf(facts);
  return {
    rule,
    ...(element !== undefined && { element }),
    ...(nearest !== undefined && { nearest }),
    ...(allowed && { allowed }),
    ...found,
    ...(manual !== undefined && { manual }),
  };
}

function findingFor(rule: string): RefusalFindingOf {
  if (rule.startsWith('not-readable:')) return unreadable;
  return (
    (Object.hasOwn(FINDINGS, rule) ? FINDINGS[rule] : undefined) ?? (rule === 'fault' ? fault : otherwise)
  );
}

const fault: RefusalFindingOf = (): RefusalFinding => ({
  cause: { say: 'fault' },
  mend: { say: 'lookUpFault' },
});

/** The domain's own words say what was wrong, and the manual when that is said. */
const otherwise: RefusalFindingOf = (_facts, { reason }) => ({
  cause: { say: 'refused', reason },
  mend: { say: 'readManual' },
});

function manualOf({ operation, exceptionID }: RefusalFacts): string | undefined {
  if (operation !== undefined) return `docs/reference/operations/${operation}.md`;
  return exceptionID === undefined ? undefined : 'docs/reference/exceptions.md';
}
