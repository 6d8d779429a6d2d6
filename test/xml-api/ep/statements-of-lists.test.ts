import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newDocument } from '../../../src/sessions/scheduling.ts';
import { countedStatements } from '../../support/counted-statements.ts';
import { forProtocol } from '../../support/databases.ts';
import { startSite, type TestSite } from '../../support/site.ts';

/** What a long list asks of the database: as much as a short one. */

const MANY = 500;

forProtocol('the statements of a list', (open) => {
  let site: TestSite | undefined;
  let statements: string[];
  before(async () => {
    const counted = countedStatements(await open());
    statements = counted.statements;
    site = await startSite(counted.database);
    const { sites, accounts, sessions, clock } = site.context;
    const acme = await sites.required('acme');
    const host = await accounts.withProfile(await accounts.required(acme, 'hostid'));
    for (let at = 0; at < MANY; at++) {
      await sessions.create(
        acme,
        {
          host,
          creator: host,
          service: 'MeetingCenter',
          sessionType: 3,
          confName: `Meeting ${at}`,
          startAt: clock.now() + at * 60_000,
          duration: 60,
          timeZoneID: 4,
          listStatus: 'PUBLIC',
          document: newDocument(acme, host),
        },
        [],
      );
    }
    // Who listens asks the database as well.
    await site.context.events.drain();
  });
  after(() => site?.close());

  // Whoever sweeps the rooms asks for their sessions' keys meanwhile.
  const ofSessions = () =>
    statements.filter(
      (sql) => /"session|session_member|session as/.test(sql) && !/from "(?:stay|run)"/.test(sql),
    );

  for (const { of, content } of [
    { of: 'of the whole site', content: '' },
    {
      of: 'of a window of time',
      content: '<dateScope><startDateStart>01/01/2026 00:00:00</startDateStart></dateScope>',
    },
  ]) {
    test(`an administrator's list of ${MANY} sessions ${of} asks at most three times`, async () => {
      assert.ok(site);
      await site.refused('000015', 'ep.LstsummarySession', '<sessionKey>1</sessionKey>');
      statements.length = 0;
      const answer = await site.ok(
        'ep.LstsummarySession',
        `<listControl><startFrom>1</startFrom><maximumNum>1000</maximumNum></listControl>${content}`,
      );
      assert.ok(answer.all('session').length >= MANY);
      assert.ok(ofSessions().length > 0);
      assert.ok(ofSessions().length <= 3, ofSessions().join('\n'));
    });
  }
});
