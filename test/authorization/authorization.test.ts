import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import type { Visitor } from '../browser/visitor.ts';
import { sampled } from '../support/corpora.ts';
import { forSqlite } from '../support/databases.ts';
import { startSite } from '../support/site.ts';
import { call, listPortal } from '../url-api/portal.ts';
import { auditedIn } from './audited.ts';
import { CALLER_NAMES, type CallerName, isOneOf, NOT_SIGNED_IN } from './callers.ts';
import { commandNames } from './command-names.ts';
import { COMMAND_ROWS } from './command-rows.ts';
import { changesFor, expectedOf, expectedOfCommand, expectedOfPage } from './expectation.ts';
import { OPERATION_ROWS } from './operation-rows.ts';
import { outcomeOf, outcomeOfPage } from './outcome.ts';
import { ownPages } from './page-names.ts';
import { PAGE_ROWS } from './page-rows.ts';
import { type CommandRow, type Names, type PageRow, type Rights, type Row, SUCCESS } from './row.ts';
import { openWorld } from './world.ts';

/**
 * The authorization matrix: every operation, asked by every kind of caller, is answered as its row says, tells its
 * secrets to those alone whom the row names, and changes nothing for anybody who is refused.
 */

const aboutOf = ({ about }: Rights) => (about === undefined ? '' : ` (${about})`);

/** What the audit may tell: it is read by those who may read these. */
const READABLE: ReadonlySet<string> = new Set(['topic', 'people', 'agenda']);

const deedOf = ({ deed }: PageRow) => (deed === undefined ? undefined : { DO: deed });

/** The field of a form of the site, and the cookie that it fits. */
function ownForm(browser: Visitor): { readonly FORM: string } {
  const FORM = 'a-value-of-at-least-22-characters';
  browser.cookies.set('form', FORM);
  return { FORM };
}

const nameOf = ({ service, name }: AnyOperation) => `${service.name}.${name}`;

forSqlite('The authorization matrix', (open) => {
  test('has a row for every operation, and for nothing else', () => {
    assert.deepEqual(Object.keys(OPERATION_ROWS).sort(), OPERATIONS.map(nameOf).sort());
  });

  test('has a row for every command of the URL API, and for nothing else', () => {
    assert.deepEqual(Object.keys(COMMAND_ROWS).sort(), commandNames().sort());
  });

  test('has a row for every page of our own, for its forms, and for nothing else', () => {
    const pages = ownPages();
    assert.deepEqual(Object.keys(PAGE_ROWS).sort(), pages.map(({ path }) => path).sort());
    for (const { path, isForm, deeds } of pages) {
      const forms = (PAGE_ROWS[path] ?? []).filter(({ form }) => form);
      const done = new Set(forms.flatMap(({ deed }) => deed ?? []));
      if (deeds.length > 0) assert.deepEqual([...done].sort(), [...deeds].sort(), `the forms of ${path}`);
      assert.ok(!isForm || forms.length > 0, `a form of ${path} has a row`);
    }
  });

  test('holds in every cell', async () => {
    await using site = await startSite(await open());
    await listPortal(site);
    const world = await openWorld(site);
    const wrong: string[] = [];
    let kept = '';

    const audited = await auditedIn(site);

    /** What each caller is answered by the row. */
    type Expected = (caller: CallerName) => string;

    interface Answered {
      readonly got: string | undefined;
      readonly text: string;
    }

    /** Asks, and notes everything that is not as the row says. */
    async function judged(
      where: string,
      row: Rights,
      caller: CallerName,
      expected: Expected,
      ask: () => Promise<Answered>,
    ): Promise<void> {
      const expectedHere = expected(caller);
      await world.names(caller);
      if (kept === '') kept = await world.kept();
      const entriesBefore = await audited.newest();
      const { got, text } = await ask();
      if (got !== expectedHere) wrong.push(`${where}: ${got}, not ${expectedHere}`);
      const told = world.secretsIn(text);
      for (const secret of told) {
        if (!row.tells?.[secret]?.includes(caller)) wrong.push(`${where}: tells the ${secret}`);
      }
      for (const [secret, callers] of Object.entries(row.tells ?? {})) {
        const isTold = told.some((name) => name === secret);
        if (callers.includes(caller) && !isTold) wrong.push(`${where}: does not tell the ${secret}`);
      }
      const changed = (await world.kept()) !== kept;
      if (changed) {
        world.touched();
        kept = '';
      }
      const mayChange = changesFor(row, caller, expectedHere);
      if (changed !== mayChange) wrong.push(`${where}: ${changed ? 'changes something' : 'changes nothing'}`);
      const entries = await audited.since(entriesBefore);
      if (!mayChange && entries.length > 0) wrong.push(`${where}: leaves ${entries.join()} in the audit`);
      // What a host does to what is not theirs is refused: who does it all the same is an administrator.
      const isAct = mayChange && !row.isNoAct;
      const isAdministrative = isAct && caller === 'admin' && expected('otherHost') !== SUCCESS;
      if (isAdministrative && entries.length === 0) wrong.push(`${where}: leaves no entry in the audit`);
    }

    async function operation(declared: AnyOperation, row: Row, caller: CallerName): Promise<void> {
      const name = nameOf(declared);
      const expected: Expected = (one) => expectedOf(row, declared.may, one);
      await judged(`${name}${aboutOf(row)} by ${caller}`, row, caller, expected, async () => {
        const names = await world.names(caller);
        const request = typeof row.request === 'string' ? row.request : row.request(names);
        const answer = await site.call(name, request, world.credentials[caller]);
        return { got: answer.exceptionID ?? answer.result, text: answer.text };
      });
    }

    async function command(name: string, row: CommandRow, caller: CallerName): Promise<void> {
      const browser = await world.browserOf(caller);
      const [page = '', AT = ''] = name.split(' ');
      await judged(
        `${name}${aboutOf(row)} by ${caller}`,
        row,
        caller,
        (one) => expectedOfCommand(row, one),
        async () => {
          const visit = await call(browser, page, { AT, ...row.fields(await world.names(caller)) });
          if (AT === 'LO' && !isOneOf(NOT_SIGNED_IN, caller)) world.signedOut(caller);
          return { got: outcomeOf(visit), text: visit.text + (visit.location ?? '') };
        },
      );
    }

    async function page(name: string, row: PageRow, caller: CallerName): Promise<void> {
      const browser = await world.browserOf(caller);
      const path = `/acme/${row.path ?? name}`;
      const names = await world.names(caller);
      if (row.before) {
        await row.before(browser, names);
        kept = '';
      }
      const where = `${name || 'the home page'}${row.deed ? ` ${row.deed}` : ''}${aboutOf(row)} by ${caller}`;
      await judged(
        where,
        row,
        caller,
        (one) => expectedOfPage(row, one),
        async () => {
          if (row.isStream) return streamed(browser, path, row, names);
          const visit = row.form
            ? await browser.post(path, { ...row.form(names), ...deedOf(row), ...ownForm(browser) })
            : await browser.get(path, row.query?.(names));
          return { got: outcomeOfPage(visit, row), text: visit.text + (visit.location ?? '') };
        },
      );
      if (row.before) {
        world.touched();
        kept = '';
      }
    }

    async function streamed(browser: Visitor, path: string, { query }: PageRow, names: Names) {
      const leaving = new AbortController();
      const address = `${site.url}${path}?${new URLSearchParams(query?.(names))}`;
      const headers = { Cookie: browser.cookie === undefined ? '' : `ticket=${browser.cookie}` };
      const answer = await fetch(address, { headers, signal: leaving.signal });
      const isStream = answer.headers.get('Content-Type')?.startsWith('text/event-stream');
      leaving.abort();
      return { got: isStream ? SUCCESS : String(answer.status), text: '' };
    }

    // In a run that is not CI's a third of the callers of each row, in turn.
    let turn = 0;
    const callers = () => sampled(CALLER_NAMES, 3, turn++);

    // What changes something comes last, so that what is read is as it was made.
    for (const isChange of [false, true]) {
      const isNow = ({ changes }: Rights) => (changes !== undefined) === isChange;
      for (const declared of OPERATIONS) {
        for (const row of (OPERATION_ROWS[nameOf(declared)] ?? []).filter(isNow)) {
          for (const caller of callers()) await operation(declared, row, caller);
        }
      }
      for (const [name, rows] of Object.entries(COMMAND_ROWS)) {
        for (const row of rows.filter(isNow)) {
          for (const caller of callers()) await command(name, row, caller);
        }
      }
      for (const [name, rows] of Object.entries(PAGE_ROWS)) {
        for (const row of rows.filter(isNow)) {
          for (const caller of callers()) await page(name, row, caller);
        }
      }
    }
    for (const secret of world.secretsIn(await audited.everything())) {
      if (!READABLE.has(secret)) wrong.push(`the audit tells the ${secret}`);
    }
    assert.equal(wrong.join('\n'), '');
  });
});
