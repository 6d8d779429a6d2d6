/** Refusals of an element: it is missing, unknown, or has a value that breaks a rule. */
import { nearest } from '../../xml/nearest.ts';
import type { RefusalFacts, UnknownFacts } from '../entry.ts';
import type { WordsOf } from './diagnosis.ts';

/** The last name of a way of elements. */
function lastOf(element: string): string {
  return element.slice(element.lastIndexOf('/') + 1);
}

function named({ element }: RefusalFacts): string {
  return element === undefined ? 'an element' : `<${lastOf(element)}>`;
}

/** In which element, in words. */
function within({ element }: RefusalFacts): string {
  const at = element?.lastIndexOf('/') ?? -1;
  return element === undefined || at < 0 ? '' : ` of <${lastOf(element.slice(0, at))}>`;
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

const missing: WordsOf = (facts) => {
  const { element } = facts;
  const cause = `${named(facts)}${within(facts)} is missing`;
  const instead = standIn(facts);
  if (!instead) {
    const or = facts.words !== undefined && facts.words !== 'is required' ? ` (${facts.words})` : '';
    return { cause: `${cause}${or}.`, mend: `Send ${named(facts)} with a value in it.` };
  }
  const { found, isMisplaced } = instead;
  const wanted = lastOf(element ?? '');
  if (isMisplaced) {
    const into = element?.includes('/')
      ? lastOf(element.slice(0, element.lastIndexOf('/')))
      : found.belongsInto;
    return {
      cause: `${cause}; the message has it in <${found.parent}>, where it does not belong.`,
      mend: into === undefined ? `Move <${wanted}> to its place.` : `Move <${wanted}> into <${into}>.`,
      ...(into !== undefined && { belongsInto: into }),
    };
  }
  return {
    cause: `${cause}; the message has <${found.name}>, which nobody knows.`,
    mend: `Write <${wanted}> in place of <${found.name}>.`,
    nearest: wanted,
  };
};

const unknownElement: WordsOf = (facts) => {
  const name = facts.element === undefined ? '' : lastOf(facts.element);
  const found = facts.unknown?.find((one) => one.name === name);
  const cause = `${named(facts)} is not an element of <${found?.parent ?? 'the request'}>, and the site refuses what is unknown (xmlAPI.strict).`;
  if (found?.belongsInto !== undefined) {
    return {
      cause,
      mend: `Move <${name}> into <${found.belongsInto}>.`,
      belongsInto: found.belongsInto,
    };
  }
  if (found?.nearest !== undefined) {
    return { cause, mend: `Write <${found.nearest}> in place of <${name}>.`, nearest: found.nearest };
  }
  return { cause, mend: `Leave <${name}> out.` };
};

const notInList: WordsOf = (facts) => {
  const { allowed = [], nearest: near, words } = facts;
  return {
    cause: `The value of ${named(facts)}${within(facts)} is not one of its list.`,
    mend:
      near === undefined
        ? `Send one of ${allowed.length > 0 ? allowed.join(', ') : (words ?? 'the words of the manual')}.`
        : `Send ${near}: that is probably the word that was meant.`,
  };
};

/** A value whose rule says what is allowed. */
const broken: WordsOf = (facts) => {
  const { words = 'breaks a rule' } = facts;
  const isDate = /date of the form/.test(words);
  return {
    cause: isDate
      ? `The value of ${named(facts)}${within(facts)} is no date that exists.`
      : `${named(facts)}${within(facts)} ${words}.`,
    mend: isDate
      ? `Send a day of the calendar as MM/DD/YYYY HH:mm:ss, such as 02/28/2027 15:30:00.`
      : `Change the value of ${named(facts)}: it ${words}.`,
  };
};

const tooMany: WordsOf = (facts) => ({
  cause: `${named(facts)}${within(facts)} stands there too often: it ${facts.words ?? 'may be given once'}.`,
  mend: `Send ${named(facts)} less often.`,
});

const tooLong: WordsOf = (facts) => ({
  cause: `The value of ${named(facts)}${within(facts)} ${facts.words ?? 'is too long'}.`,
  mend: `Send a shorter value in ${named(facts)}.`,
});

export const ELEMENT_WORDS: Readonly<Record<string, WordsOf>> = {
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
  PasswordNotAccepted: (facts) => ({
    cause: `The new password is not accepted: it ${facts.words ?? 'breaks a rule of the site'}.`,
    mend: "Send a password that keeps the site's rules: the console shows them among its settings (passwordCriteria).",
    element: facts.element ?? 'password',
  }),
};
