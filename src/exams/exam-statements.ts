/** The statements of tests, of what is scheduled of them, and of attempts. */
import { accountRows } from '../accounts/account-rows.ts';
import type {
  Database,
  Library,
  Params,
  ScheduledTestTable,
  TestAttemptTable,
} from '../database/database.ts';

const SUMMARY = [
  'test.id as id',
  'test.library as library',
  'test.title as title',
  'test.description as description',
  'test.author as author',
  'writer.webex_id as author_webex_id',
] as const;

export interface SummaryRow {
  readonly id: number;
  readonly library: Library;
  readonly title: string;
  readonly description: string;
  readonly author: number;
  readonly author_webex_id: string;
}

export interface TestWithDocumentRow extends SummaryRow {
  readonly session: number | null;
  readonly document: string;
}

export interface ScheduledRow extends TestWithDocumentRow {
  readonly of_session: number;
  readonly library_test: number | null;
  readonly delivery: ScheduledTestTable['delivery'];
  readonly start_at: number | null;
  readonly due_at: number | null;
  readonly minutes: number | null;
  readonly attempts: number | null;
  readonly opened_at: number | null;
  readonly closed_at: number | null;
  readonly wishes: string;
}

export type AttemptRow = Omit<TestAttemptTable, 'id'> & { readonly id: number };

export interface StoredTest {
  readonly site: number;
  readonly author: number;
  readonly library: Library;
  readonly session: number | null;
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly document: string;
}

export interface StoredSchedule {
  readonly test: number;
  readonly delivery: ScheduledTestTable['delivery'];
  readonly start_at: number | null;
  readonly due_at: number | null;
  readonly minutes: number | null;
  readonly attempts: number | null;
  readonly document: string;
}

const ATTEMPT = [
  'id',
  'test',
  'email_key',
  'number',
  'email',
  'name',
  'register_id',
  'started_at',
  'ends_at',
  'submitted_at',
  'document',
] as const satisfies readonly (keyof TestAttemptTable)[];

const SCHEDULE = [
  'scheduled_test.session as of_session',
  'library_test',
  'delivery',
  'start_at',
  'due_at',
  'minutes',
  'attempts',
  'opened_at',
  'closed_at',
  'scheduled_test.document as wishes',
] as const;

export type ExamStatements = ReturnType<typeof examStatements>;

export function examStatements(database: Database) {
  return {
    insert: database.prepare((db, p: Params<StoredTest>) =>
      db
        .insertInto('test')
        .values({
          site: p('site'),
          author: p('author'),
          library: p('library'),
          session: p('session'),
          title: p('title'),
          description: p('description'),
          source: p('source'),
          document: p('document'),
        })
        .returning('id'),
    ),
    update: database.prepare(
      (db, p: Params<Pick<StoredTest, 'title' | 'description' | 'source' | 'document'> & { id: number }>) =>
        db
          .updateTable('test')
          .set({
            title: p('title'),
            description: p('description'),
            source: p('source'),
            document: p('document'),
          })
          .where('id', '=', p('id')),
    ),
    remove: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('test').where('id', '=', p('id')),
    ),
    /** Keeps it as it is until the write ends. */
    hold: database.prepare<{ site: number; id: number }, { id: number }>((db, p) =>
      database.locked(
        db.selectFrom('test').select('id').where('id', '=', p('id')).where('site', '=', p('site')),
      ),
    ),
    byID: database.prepare<{ site: number; id: number }, TestWithDocumentRow>((db, p) =>
      db
        .selectFrom('test')
        .innerJoin(accountRows(db, 'writer'), 'writer.id', 'test.author')
        .select(SUMMARY)
        .select(['test.session as session', 'test.document as document'])
        .where('test.id', '=', p('id'))
        .where('test.site', '=', p('site')),
    ),
    source: database.prepare<{ site: number; id: number }, { source: string }>((db, p) =>
      db.selectFrom('test').select('source').where('id', '=', p('id')).where('site', '=', p('site')),
    ),
    /** One's own and the site's, by their numbers. */
    libraries: database.prepare<{ site: number; author: number }, SummaryRow>((db, p) =>
      db
        .selectFrom('test')
        .innerJoin(accountRows(db, 'writer'), 'writer.id', 'test.author')
        .select(SUMMARY)
        .where('test.site', '=', p('site'))
        .where('test.library', '=', 'PRIVATE')
        .where('test.author', '=', p('author'))
        .unionAll(
          db
            .selectFrom('test')
            .innerJoin(accountRows(db, 'writer'), 'writer.id', 'test.author')
            .select(SUMMARY)
            .where('test.site', '=', p('site'))
            .where('test.library', '=', 'SHARE'),
        )
        .orderBy('id'),
    ),
    countedOfAuthor: database.prepare<{ author: number }, { count: number }>((db, p) =>
      db
        .selectFrom('test')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('author', '=', p('author'))
        .where('library', '=', 'PRIVATE'),
    ),
    countedOfSite: database.prepare<{ site: number }, { count: number }>((db, p) =>
      db
        .selectFrom('test')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('site', '=', p('site'))
        .where('library', '=', 'SHARE'),
    ),

    schedule: database.prepare((db, p: Params<StoredSchedule & { session: number; library_test: number }>) =>
      db.insertInto('scheduled_test').values({
        test: p('test'),
        session: p('session'),
        library_test: p('library_test'),
        delivery: p('delivery'),
        start_at: p('start_at'),
        due_at: p('due_at'),
        minutes: p('minutes'),
        attempts: p('attempts'),
        opened_at: null,
        closed_at: null,
        document: p('document'),
      }),
    ),
    reschedule: database.prepare((db, p: Params<StoredSchedule>) =>
      db
        .updateTable('scheduled_test')
        .set({
          delivery: p('delivery'),
          start_at: p('start_at'),
          due_at: p('due_at'),
          minutes: p('minutes'),
          attempts: p('attempts'),
          document: p('document'),
        })
        .where('test', '=', p('test')),
    ),
    setOpen: database.prepare(
      (db, p: Params<{ test: number; opened: number | null; closed: number | null }>) =>
        db
          .updateTable('scheduled_test')
          .set({ opened_at: p('opened'), closed_at: p('closed') })
          .where('test', '=', p('test')),
    ),
    scheduled: database.prepare<{ site: number; id: number }, ScheduledRow>((db, p) =>
      db
        .selectFrom('test')
        .innerJoin('scheduled_test', 'scheduled_test.test', 'test.id')
        .innerJoin(accountRows(db, 'writer'), 'writer.id', 'test.author')
        .select(SUMMARY)
        .select(['test.session as session', 'test.document as document'])
        .select(SCHEDULE)
        .where('test.id', '=', p('id'))
        .where('test.site', '=', p('site')),
    ),
    ofSession: database.prepare<{ session: number }, ScheduledRow>((db, p) =>
      db
        .selectFrom('scheduled_test')
        .innerJoin('test', 'test.id', 'scheduled_test.test')
        .innerJoin(accountRows(db, 'writer'), 'writer.id', 'test.author')
        .select(SUMMARY)
        .select(['test.session as session', 'test.document as document'])
        .select(SCHEDULE)
        .where('scheduled_test.session', '=', p('session'))
        .orderBy('scheduled_test.test'),
    ),

    attempts: database.prepare<{ test: number }, AttemptRow>((db, p) =>
      db
        .selectFrom('test_attempt')
        .select(ATTEMPT)
        .where('test', '=', p('test'))
        .orderBy('email_key')
        .orderBy('number'),
    ),
    /** Kept as they are until the write ends. */
    attemptsOf: database.prepare<{ test: number; key: string }, AttemptRow>((db, p) =>
      database.locked(
        db
          .selectFrom('test_attempt')
          .select(ATTEMPT)
          .where('test', '=', p('test'))
          .where('email_key', '=', p('key'))
          .orderBy('number'),
      ),
    ),
    begin: database.prepare((db, p: Params<Omit<AttemptRow, 'id' | 'submitted_at'>>) =>
      db
        .insertInto('test_attempt')
        .values({
          test: p('test'),
          email_key: p('email_key'),
          number: p('number'),
          email: p('email'),
          name: p('name'),
          register_id: p('register_id'),
          started_at: p('started_at'),
          ends_at: p('ends_at'),
          submitted_at: null,
          document: p('document'),
        })
        .returning(ATTEMPT),
    ),
    answer: database.prepare((db, p: Params<{ id: number; submitted_at: number | null; document: string }>) =>
      db
        .updateTable('test_attempt')
        .set({ submitted_at: p('submitted_at'), document: p('document') })
        .where('id', '=', p('id')),
    ),
  };
}
