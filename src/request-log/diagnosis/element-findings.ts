/** Refusals of an element: it is missing, unknown, or has a value that breaks a rule. */
import { nearest } from '../../xml/nearest.ts';
import type { RefusalFacts, UnknownFacts } from '../entry.ts';
import type { RefusalFindingOf } from './diagnosis.ts';

/** The last name of a way of elements. */
function lastOf(element: string): string {
  return element.slice(element.lastIndexOf('/') + 1);
}

function placeOf({ element }: RefusalFacts): { readonly element?: string; readonly parent?: string } {
  if (element === undefined) return {};
  const at = element.lastIndexOf('/');
  return { element: lastOf(element), ...(at >= 0 && { parent: lastOf(element.slice(0, at)) }) };
}

/** The unknown element that probably was to be the one that is missing. */
function standIn(
  facts: RefusalFacts,
): { readonly found: UnknownFacts; readonly isMisplaced: boolean } | undefined {
  const { element, unknown = [] } = facts;
  if (element === undefined) return undefined;
  const missing = lastOf(element);
  const same = unknown.find(({ name }) => name.toLowerCase() === missing.toLowerCase());
  if (same) return { found: same, isMisplaced: true };
  const found =
    unknown.find((one) => one.nearest === missing) ??
    unknown.find(({ name }) => nearest(name, [missing]) !== undefined);
  return found && { found, isMisplaced: false };
}

const missing: RefusalFindingOf = (facts) => {
  const place = placeOf(facts);
  const { element = '', parent } = place;
  const instead = standIn(facts);
  if (!instead) {
    const rule = facts.words === 'is required' ? undefined : facts.words;
    return { cause: { say: 'elementMissing', ...place, rule }, mend: { say: 'sendValue', ...place } };
  }
  const { found, isMisplaced } = instead;
  if (isMisplaced) {
    const into = parent ?? found.belongsInto;
    return {
      cause: { say: 'elementMisplaced', ...place, foundIn: found.parent },
      mend: into === undefined ? { say: 'moveElement', element } : { say: 'moveElementInto', element, into },
      ...(into !== undefined && { belongsInto: into }),
    };
  }
  return {
    cause: { say: 'elementMisspelt', ...place, found: found.name },
    mend: { say: 'writeInstead', element, found: found.name },
    nearest: element,
  };
};

const unknownElement: RefusalFindingOf = (facts) => {
  const { element = '' } = placeOf(facts);
  const found = facts.unknown?.find((one) => one.name === element);
  const cause = { say: 'elementUnknown', ...placeOf(facts), parent: found?.parent } as const;
  if (found?.belongsInto !== undefined) {
    const into = found.belongsInto;
    return { cause, mend: { say: 'moveElementInto', element, into }, belongsInto: into };
  }
  if (found?.nearest !== undefined) {
    const { nearest: near } = found;
    return { cause, mend: { say: 'writeInstead', element: near, found: element }, nearest: near };
  }
  return { cause, mend: { say: 'leaveElementOut', element } };
};

const notInList: RefusalFindingOf = (facts) => {
  const { allowed = [], nearest: near, words } = facts;
  return {
    cause: { say: 'notInList', ...placeOf(facts) },
    mend:
      near === undefined
        ? { say: 'sendWordOfList', allowed, rule: words }
        : { say: 'sendThatWord', word: near },
  };
};

/** A value whose rule says what is allowed. */
const broken: RefusalFindingOf = (facts) => {
  const { words: rule } = facts;
  const place = placeOf(facts);
  return rule !== undefined && /date of the form/.test(rule)
    ? { cause: { say: 'noSuchDate', ...place }, mend: { say: 'sendDay' } }
    : { cause: { say: 'ruleBroken', ...place, rule }, mend: { say: 'changeValue', ...place, rule } };
};

const tooMany: RefusalFindingOf = (facts) => ({
  cause: { say: 'elementTooOften', ...placeOf(facts), rule: facts.words },
  mend: { say: 'sendLessOften', ...placeOf(facts) },
});

const tooLong: RefusalFindingOf = (facts) => ({
  cause: { say: 'tooLong', ...placeOf(facts), rule: facts.words },
  mend: { say: 'sendShorter', ...placeOf(facts) },
});

export const ELEMENT_FINDINGS: Readonly<Record<string, RefusalFindingOf>> = {
  missing,
  unknown: unknownElement,
  'not-in-list': notInList,
  'too-many': tooMany,
  'too-long': tooLong,
  'not-a-boolean': broken,
  'not-a-number': broken,
  'out-of-range': broken,
  'not-base64': broken,
  'has-no-children': broken,
  'misuses-namespaces': broken,
  'not-a-text': broken,
  'not-an-object': broken,
  'not-a-list': broken,
  'not-xml': broken,
  RuleBroken: broken,
  PasswordNotAccepted: ({ words, element = 'password' }) => ({
    cause: { say: 'passwordNotAccepted', rule: words },
    mend: { say: 'keepPasswordRules' },
    element,
  }),
};
