/** The libraries of tests: each account's own, and the site's. */
import type { Account } from '../accounts/account.ts';
import { accountLock } from '../accounts/account-rows.ts';
import { isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { merged } from '../merge.ts';
import type { Site } from '../sites/site.ts';
import { contentCodec, sourceCodec } from './documents.ts';
import type { ExamStatements, SummaryRow, TestWithDocumentRow } from './exam-statements.ts';
import {
  MOST_TESTS,
  type Test,
  type TestContent,
  TestNotFound,
  type TestSource,
  type TestSummary,
  TooManyTests,
} from './test.ts';

/** What somebody may do is judged inside the write that does it. @throws a refusal when they may not */
export type JudgeOfTest = (test: TestSummary) => void;

export function openLibrary(database: Database, clock: Clock, statements: ExamStatements) {
  const recordAudit = openAudit(database, clock);
  const locked = accountLock(database);

  /** @throws TestNotFound when the site has none of that number in a library */
  async function required(site: Site, testID: number, judge: JudgeOfTest, on?: Executor): Promise<Test> {
    const row = await statements.byID.first({ site: site.id, id: testID }, on);
    if (!row || row.library === 'SESSION') throw new TestNotFound(testID);
    const test = testOf(row);
    judge(test);
    return test;
  }

  async function held(site: Site, testID: number, judge: JudgeOfTest, tx: Executor): Promise<Test> {
    await statements.hold.first({ site: site.id, id: testID }, tx);
    return required(site, testID, judge, tx);
  }

  async function sourceOf(site: Site, testID: number, on?: Executor): Promise<TestSource> {
    const row = await statements.source.first({ site: site.id, id: testID }, on);
    if (!row) throw new TestNotFound(testID);
    return sourceCodec.read(row.source);
  }

  async function checkRoom(
    site: Site,
    account: Account,
    library: 'PRIVATE' | 'SHARE',
    tx: Executor,
  ): Promise<void> {
    await locked.first({ account: account.id }, tx);
    const counted =
      library === 'PRIVATE'
        ? await statements.countedOfAuthor.first({ author: account.id }, tx)
        : await statements.countedOfSite.first({ site: site.id }, tx);
    if (counted && counted.count >= MOST_TESTS) throw new TooManyTests(MOST_TESTS);
  }

  async function put(
    site: Site,
    author: { readonly id: number },
    library: 'PRIVATE' | 'SHARE',
    content: TestContent,
    source: TestSource,
    tx: Executor,
  ): Promise<number> {
    const row = await statements.insert.first(
      { site: site.id, author: author.id, library, session: null, ...storedContent(content, source) },
      tx,
    );
    return row?.id ?? 0;
  }

  return {
    required,
    sourceOf,

    /** Puts a test into the author's own library; gives its number. @throws TooManyTests */
    upload: (site: Site, author: Account, content: TestContent, source: TestSource): Promise<number> =>
      database.write(async (tx) => {
        await checkRoom(site, author, 'PRIVATE', tx);
        return put(site, author, 'PRIVATE', content, source, tx);
      }),

    /**
     * What is absent stays. Sessions keep what they have a copy of.
     * @throws TestNotFound, and what the judge throws
     */
    change: (
      site: Site,
      testID: number,
      change: Partial<TestContent> & { readonly source?: TestSource | undefined },
      judge: JudgeOfTest,
    ): Promise<void> =>
      database.write(async (tx) => {
        const before = await held(site, testID, judge, tx);
        const { source = await sourceOf(site, testID, tx), ...wished } = change;
        const after = merged<TestContent>(before, wished);
        await statements.update.run({ id: testID, ...storedContent(after, source) }, tx);
        if (!isAnothers(before.author)) return;
        const named = { name: after.title, id: testID };
        await recordAudit(tx, {
          site,
          act: 'test.changed',
          ...named,
          before: facts(before),
          after: facts(after),
        });
      }),

    /** All or none. @throws TestNotFound, and what the judge throws */
    remove: (site: Site, testIDs: readonly number[], judge: JudgeOfTest): Promise<void> =>
      database.write(async (tx) => {
        for (const testID of inOrder(testIDs)) {
          const before = await held(site, testID, judge, tx);
          await statements.remove.run({ id: testID }, tx);
          if (!isAnothers(before.author)) continue;
          const named = { name: before.title, id: testID };
          await recordAudit(tx, { site, act: 'test.deleted', ...named, before: facts(before) });
        }
      }),

    /** Copies of the caller's, under numbers of their own: all or none. @throws TestNotFound, TooManyTests */
    copy: (
      site: Site,
      account: Account,
      testIDs: readonly number[],
      library: 'PRIVATE' | 'SHARE',
      judge: JudgeOfTest,
    ): Promise<number[]> =>
      database.write(async (tx) => {
        const copies: number[] = [];
        for (const testID of testIDs) {
          await checkRoom(site, account, library, tx);
          const test = await required(site, testID, judge, tx);
          const source = await sourceOf(site, testID, tx);
          copies.push(await put(site, account, library, test, source, tx));
        }
        return copies;
      }),

    /** One's own and the site's, by their numbers. */
    async of(site: Site, account: Account): Promise<TestSummary[]> {
      return (await statements.libraries.all({ site: site.id, author: account.id })).map(summaryOf);
    },
  };
}

/** What the audit tells of a test: never what is right in it. */
function facts({ title, description, questions, display, assignGrades }: TestContent): object {
  return { title, description, questions: questions.length, display, assignGrades };
}

export function storedContent(
  { title, description, questions, display, assignGrades }: TestContent,
  source: TestSource,
) {
  return {
    title,
    description,
    source: sourceCodec.write(source),
    document: contentCodec.write({ questions, display, assignGrades }),
  };
}

export function summaryOf(row: SummaryRow): TestSummary {
  return {
    testID: row.id,
    library: row.library,
    title: row.title,
    description: row.description,
    author: row.author,
    authorWebExId: row.author_webex_id,
  };
}

export function testOf(row: TestWithDocumentRow): Test {
  return { ...summaryOf(row), session: row.session, ...contentCodec.read(row.document) };
}

/** In one order, so that two writes never wait for each other; each once. */
function inOrder(testIDs: readonly number[]): number[] {
  return [...new Set(testIDs)].sort((one, other) => one - other);
}
