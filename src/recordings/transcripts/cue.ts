/** What was said, piece by piece: a transcript is a list of cues, and the captions of a recording are the same. */
import { OwnRefusal } from '../../refusal.ts';

export interface Cue {
  /** Milliseconds from the beginning of the recording; the end comes after the start. */
  readonly start: number;
  readonly end: number;
  /** Who says it, where that is known. One line. */
  readonly voice?: string | undefined;
  /** Plain text, never empty; its lines are never empty either. */
  readonly text: string;
}

export interface Words {
  /** In the order of their starts. */
  readonly cues: readonly Cue[];
  /** A BCP 47 tag, where the file says it. */
  readonly language?: string | undefined;
}

/** Bytes of a file, cues of it, and characters of one cue and of a name. */
export const LARGEST_FILE = 4 * 1024 * 1024;
export const MOST_CUES = 20_000;
export const LONGEST_CUE = 5_000;
export const LONGEST_VOICE = 128;

/** Milliseconds: beyond that nothing is recorded. */
export const LATEST = 100 * 3_600_000;

/**
 * `large`: it has more than 4 MB; `nothing`: no cue is in it; `notimes`: a line with times was expected; `time`: a time
 * cannot be read; `late`: it is beyond 100 hours; `backwards`: a cue ends before it begins; `long`: a cue has more than 5,000
 * characters; `many`: there are more than 20,000 cues.
 */
export const TRANSCRIPT_RULES = [
  'large',
  'nothing',
  'notimes',
  'time',
  'late',
  'backwards',
  'long',
  'many',
] as const;
export type TranscriptRule = (typeof TRANSCRIPT_RULES)[number];

const IN_WORDS: Readonly<Record<TranscriptRule, string>> = {
  large: 'the file has more than 4 MB',
  nothing: 'there is nothing in the file that is said',
  notimes: 'a line with times was expected, such as 00:00:01.000 --> 00:00:02.500',
  time: 'a time cannot be read',
  late: 'a time is beyond 100 hours',
  backwards: 'a cue ends before it begins',
  long: 'a cue has more than 5000 characters',
  many: 'there are more than 20000 cues',
};

/** It is no WebVTT and no SRT, or breaks a bound. */
export class TranscriptUnreadable extends OwnRefusal {
  readonly rule: TranscriptRule;
  /** Counted from 1; nothing where it is not about one line. */
  readonly line: number | undefined;

  constructor(rule: TranscriptRule, line?: number) {
    super(`${line === undefined ? '' : `line ${line}: `}${IN_WORDS[rule]}`);
    this.rule = rule;
    this.line = line;
  }
}

/** There is no transcript, or not for whoever asks. */
export class TranscriptNotFound extends OwnRefusal {
  constructor() {
    super('there is no such transcript');
  }
}

/** In one spelling; nothing for what is no tag of a language. */
export function languageTag(text: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,4}$/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
