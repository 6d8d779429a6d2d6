/**
 * What a page can be asked: each parameter says what it means, what it may look like, and how it is read. The pages'
 * limits, the manual and the lists of the fuzz tests come from these declarations (docs/url-api.md).
 */
import { ungrouped } from '../../grouped-digits.ts';
import { isAddress } from '../../text-rules.ts';
import { type TimeZone, timeZone } from '../../time/time-zones.ts';
import { Refused } from '../reasons.ts';
import type { SentParameters } from './sent-parameters.ts';

export interface Parameter<T> {
  readonly meaning: string;
  /** What it may look like, for the manual. */
  readonly form: string;
  readonly isRequired: boolean;
  /** Names that it is read from beside its own. */
  readonly others: readonly string[];
  /** @throws Refused when it was sent and cannot be taken, or must be there and is not */
  read(sent: SentParameters, name: string): T;
}

/** The parameters of a page or a command, under the names that the manual shows. */
export type Declared = Readonly<Record<string, Parameter<unknown>>>;

/** What comes of them. */
export type Asked<D extends Declared> = {
  readonly [N in keyof D]: D[N] extends Parameter<infer T> ? T : never;
};

/** @param read may answer with nothing for what it does not take for a value */
function parameter<T>(
  meaning: string,
  form: string,
  read: (text: string) => T | undefined,
): Parameter<T | undefined> {
  return {
    meaning,
    form,
    isRequired: false,
    others: [],
    read(sent, name) {
      const text = sent.get(name);
      return text === undefined ? undefined : read(text);
    },
  };
}

/** @param word the reason of a call without it, or with something that it cannot be */
export function required<T>(
  { read, ...rest }: Parameter<T | undefined>,
  word = 'InvalidDataFormat',
): Parameter<T> {
  return {
    ...rest,
    isRequired: true,
    read(sent, name) {
      const value = read(sent, name);
      if (value === undefined) throw new Refused(word);
      return value;
    },
  };
}

interface TextLimits {
  /** Characters. */
  readonly longest?: number;
  /** A longer one is cut instead of refused. */
  readonly cut?: boolean;
  /** Blanks at both ends are taken off, and control characters are refused. */
  readonly line?: boolean;
  readonly pattern?: RegExp;
  /** The reason for one that is refused. */
  readonly word?: string;
  /** In the manual, where the limits do not say it. */
  readonly form?: string;
}

export function text(meaning: string, limits: TextLimits = {}): Parameter<string | undefined> {
  const { longest, cut = false, line = false, pattern, word = 'InvalidDataFormat' } = limits;
  const most = longest === undefined ? 'text' : `text of up to ${longest} characters`;
  return parameter(meaning, limits.form ?? most, (sent) => {
    const value = line ? sent.trim() : sent;
    if (value === '') return undefined;
    if (longest !== undefined && value.length > longest) {
      if (!cut) throw new Refused(word);
      return value.slice(0, longest);
    }
    if (line && /\p{Cc}/u.test(value)) throw new Refused(word);
    if (pattern && !pattern.test(value)) throw new Refused(word);
    return value;
  });
}

/** An address of the web, which its reader judges (`destination.ts`). */
export function address(meaning: string): Parameter<string | undefined> {
  return parameter(meaning, 'URL', (sent) => sent);
}

export function email(meaning: string): Parameter<string | undefined> {
  return parameter(meaning, 'e-mail address', (sent) => {
    const value = sent.trim();
    if (!isAddress(value)) throw new Refused('InvalidEmailAddress');
    return value;
  });
}

const NUMBER = /^\d{1,15}$/;

/** The number of a meeting, an event or an account. What is no number names nothing. */
export function key(meaning: string): Parameter<number | undefined> {
  return parameter(meaning, 'number; its digits may stand in groups', (sent) => {
    const digits = ungrouped(sent);
    return NUMBER.test(digits) ? Number(digits) : undefined;
  });
}

/** A number that people copy, and that is compared as a text. */
export function digits(meaning: string): Parameter<string | undefined> {
  return parameter(meaning, 'number; its digits may stand in groups', (sent) => {
    const bare = ungrouped(sent);
    return NUMBER.test(bare) ? bare : sent;
  });
}

/** @param word the reason for what is no number */
export function whole(meaning: string, word: string): Parameter<number | undefined> {
  return parameter(meaning, 'whole number', (sent) => {
    if (!NUMBER.test(sent.trim())) throw new Refused(word);
    return Number(sent.trim());
  });
}

/** @param otherwise what anything else than yes and no counts as */
export function flag(meaning: string, { otherwise = false } = {}): Parameter<boolean | undefined> {
  return parameter(meaning, '1 or 0', (sent) => {
    if (/^(1|on|true|yes)$/i.test(sent.trim())) return true;
    if (/^(0|off|false|no)$/i.test(sent.trim())) return false;
    return otherwise;
  });
}

/** One of some words, in upper case; another word is left to its reader. */
export function word(meaning: string, words: readonly string[]): Parameter<string | undefined> {
  return parameter(meaning, words.join(', '), (sent) => sent.toUpperCase());
}

/** Its being there says it all. */
export function mark(meaning: string): Parameter<boolean | undefined> {
  return parameter(meaning, 'anything', () => true);
}

/** @param unknown the reason for an invalid index; without it the site's zone counts */
export function zone(meaning: string, unknown?: string): Parameter<TimeZone | undefined> {
  return parameter(meaning, 'index of a time zone', (sent) => {
    const index = sent.trim();
    const found = /^\d{1,15}$/.test(index) ? timeZone(Number(index)) : undefined;
    if (!found && unknown !== undefined) throw new Refused(unknown);
    return found;
  });
}

/** Somebody whom a call names. */
export interface NamedPerson {
  readonly email: string;
  readonly name: string;
}

/** EM and FN for one; EM1, FN1 … or EA1, FN1 … for several. @throws Refused without any, or for no address */
export function people(meaning: string): Parameter<readonly NamedPerson[]> {
  return {
    meaning,
    form: 'e-mail address; EM1, EM2 … or EA1, EA2 … for several',
    isRequired: true,
    others: ['EA1', 'FN', 'FN1', 'LN', 'LN1'],
    read(sent) {
      const found = sent.entries().flatMap(([name, value]): NamedPerson[] => {
        const number = /^E[MA](\d{0,4})$/.exec(name)?.[1];
        if (number === undefined || value.trim() === '') return [];
        const names = [sent.get(`FN${number}`), sent.get(`LN${number}`)];
        return [{ email: value.trim(), name: names.filter(Boolean).join(' ').slice(0, 256) }];
      });
      if (found.length === 0) throw new Refused('InvalidDataFormat');
      if (!found.every((person) => isAddress(person.email))) throw new Refused('InvalidEmailAddress');
      return found;
    },
  };
}
