/** What people who were in a session say of it afterwards, once a stay. */
import type { Clock } from '../clock.ts';
import type { Database, Params } from '../database/database.ts';
import type { Random } from '../random.ts';
import { type DocumentKind, documentText, parsedDocument, upgraded } from '../stored/codec.ts';
import { optional, record, type TypeOf, text } from '../stored/shape.ts';
import type { Session } from './session.ts';

/** As GetFeedbackInfo tells it: how well it began, how easy it was, how well it went (1 to 5 each), and in words. */
const shape = record({
  setup: optional(text),
  easeOfUse: optional(text),
  performance: optional(text),
  comment: optional(text),
});
export type GivenFeedback = TypeOf<typeof shape>;

const given: DocumentKind<GivenFeedback> = { name: 'feedback', shape, upgrades: [] };

/** Who says it: a stay that is over. */
export interface FeedbackGiver {
  readonly id: number;
  readonly attendee: number | null;
}

export interface SessionFeedback {
  /** The row of their invitation or registration. */
  readonly attendee: number | null;
  /** Nine digits, for somebody who has none as an attendee. */
  readonly attendeeID: number;
  readonly feedback: GivenFeedback;
}

export type FeedbackBook = ReturnType<typeof openFeedbackBook>;

export function openFeedbackBook(database: Database, clock: Clock, random: Random) {
  interface Row {
    readonly attendee: number | null;
    readonly attendee_id: number;
    readonly document: string;
  }
  const insert = database.prepare(
    (db, p: Params<Row & { readonly session: number; readonly stay: number; readonly given_at: number }>) =>
      db
        .insertInto('feedback')
        .values({
          session: p('session'),
          stay: p('stay'),
          attendee: p('attendee'),
          attendee_id: p('attendee_id'),
          given_at: p('given_at'),
          document: p('document'),
        })
        .onConflict((conflict) => conflict.column('stay').doNothing()),
  );
  const ofStay = database.prepare<{ stay: number }, { id: number }>((db, p) =>
    db.selectFrom('feedback').select('id').where('stay', '=', p('stay')),
  );
  const ofSession = database.prepare<{ session: number }, Row>((db, p) =>
    db
      .selectFrom('feedback')
      .select(['attendee', 'attendee_id', 'document'])
      .where('session', '=', p('session'))
      .orderBy('id'),
  );

  return {
    async hasGiven({ id }: Pick<FeedbackGiver, 'id'>): Promise<boolean> {
      return (await ofStay.first({ stay: id })) !== undefined;
    },

    /** What was said first stays: false for what is said again. */
    async give(session: Pick<Session, 'id'>, from: FeedbackGiver, feedback: GivenFeedback): Promise<boolean> {
      const row = {
        session: session.id,
        stay: from.id,
        attendee: from.attendee,
        attendee_id: random.digits(9),
        given_at: clock.now(),
        document: documentText(given, feedback),
      };
      return database.write(async (tx) => (await insert.run(row, tx)) === 1);
    },

    /** In the order in which it was given. */
    async of(session: Pick<Session, 'id'>): Promise<readonly SessionFeedback[]> {
      return (await ofSession.all({ session: session.id })).map(({ attendee, attendee_id, document }) => ({
        attendee,
        attendeeID: attendee_id,
        feedback: upgraded(given, parsedDocument(document)),
      }));
    },
  };
}
