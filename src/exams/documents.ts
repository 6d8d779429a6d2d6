/** What of tests and attempts is stored as JSON. */
import { type DocumentKind, documentText, parsedDocument, upgraded } from '../stored/codec.ts';
import {
  flag,
  integer,
  list,
  number,
  oneOf,
  optional,
  record,
  type Shape,
  type TypeOf,
  text,
  texts,
} from '../stored/shape.ts';
import { questionShape } from './question.ts';
import { DISPLAYS } from './test.ts';

/** The first of all versions bears a number too. */
function kind<T extends object>(name: string, shape: Shape<T>): DocumentKind<T> {
  return { name, shape, upgrades: [(document) => document] };
}

const content = kind(
  'of a test',
  record({ questions: list(questionShape), display: oneOf(DISPLAYS), assignGrades: flag }),
);
const source = kind('of the source of a test', record({ attributes: texts, content: text }));

/** Whom mail is to tell of a test on the website, as it was asked. */
const delivery = kind(
  'of a scheduled test',
  record({
    sendReport: optional(flag),
    invite: optional(flag),
    reminderAfterStart: optional(flag),
    beforeDays: optional(integer),
    beforeHours: optional(integer),
    beforeMinutes: optional(integer),
    sendToRegister: optional(flag),
    notifySubmits: optional(flag),
  }),
);
export type DeliveryWishes = TypeOf<typeof delivery.shape>;

const attempt = kind(
  'of an attempt',
  record({
    /** One a question, in their order; each the values of its responses, in theirs. */
    answers: list(list(list(text))),
    /** Points that somebody gave, and what they wrote to it, by the number of the question. */
    marks: list(record({ question: integer, points: number, comment: optional(text) })),
    /** In the place of the grade that follows from the score. */
    grade: optional(text),
  }),
);
export type AttemptDocument = TypeOf<typeof attempt.shape>;

function codec<T extends object>(of: DocumentKind<T>) {
  return {
    read: (json: string): T => upgraded(of, parsedDocument(json)),
    write: (document: T): string => documentText(of, document),
  };
}

export const contentCodec = codec(content);
export const sourceCodec = codec(source);
export const deliveryCodec = codec(delivery);
export const attemptCodec = codec(attempt);
