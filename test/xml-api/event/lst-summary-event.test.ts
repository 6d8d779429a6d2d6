import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, sharedSite } from '../../support/site.ts';
import { getEvent, planned } from './planned.ts';

forProtocol('LstsummaryEvent', (open) => {
  const site = sharedSite(open);
  let host: Caller;
  let other: Caller;
  let programID = 0;
  const keys: Record<string, string> = {};

  before(async () => {
    host = await site().person();
    other = await site().person();
    const { sites, accounts, programs } = site().context;
    const acme = await sites.required('acme');
    const owner = await accounts.required(acme, String(host.webExID));
    programID = (await programs.create(acme, owner, { name: 'Series', listStatus: 'PUBLIC' })).id;
    keys.beta = await planned(
      site(),
      { name: 'beta', schedule: '<duration>45</duration><timeZoneID>11</timeZoneID>' },
      host,
    );
    keys.alpha = await planned(
      site(),
      {
        name: 'Alpha',
        description: 'With a text ',
        programID,
        more: '<accessControl><listing>UNLISTED</listing></accessControl><panelists><panelistsInfo>Pat</panelistsInfo></panelists>',
      },
      host,
    );
    keys.gamma = await planned(site(), { name: 'Gamma' }, other);
  });

  const names = async (content: string, caller: Caller = host) =>
    (await site().ok('event.LstsummaryEvent', content, caller)).texts('event/sessionName');

  test('writes matchingRecords first, and each row in the order that was seen, with its empties', async () => {
    const key = `<sessionKey>${keys.beta}</sessionKey>`;
    const { text } = await site().ok('event.LstsummaryEvent', key, host);
    const body = text.slice(text.indexOf('<serv:bodyContent'));
    assert.equal(
      body,
      '<serv:bodyContent xsi:type="event:lstsummaryEventResponse" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        '<event:matchingRecords><serv:total>1</serv:total><serv:returned>1</serv:returned><serv:startFrom>1</serv:startFrom></event:matchingRecords>' +
        `<event:event><event:sessionKey>${keys.beta}</event:sessionKey><event:sessionName>beta</event:sessionName>` +
        `<event:sessionType>9</event:sessionType><event:hostWebExID>${host.webExID}</event:hostWebExID>` +
        '<event:startDate>06/01/2026 10:00:00</event:startDate><event:endDate>06/01/2026 10:45:00</event:endDate>' +
        '<event:timeZoneID>11</event:timeZoneID><event:duration>45</event:duration><event:description></event:description>' +
        '<event:status>NOT_INPROGRESS</event:status><event:panelists></event:panelists><event:listStatus>PUBLIC</event:listStatus>' +
        '</event:event></serv:bodyContent></serv:body></serv:message>',
    );
  });

  test('shows a host their own of every listing, and administrators the site', async () => {
    assert.deepEqual((await names('')).sort(), ['Alpha', 'beta']);
    const all = await names('<listControl><maximumNum>500</maximumNum></listControl>', ADMIN);
    for (const name of ['Alpha', 'beta', 'Gamma']) assert.ok(all.includes(name), name);
    const ofOne = await names(`<hostWebExID>${other.webExID}</hostWebExID>`, ADMIN);
    assert.deepEqual(ofOne, ['Gamma']);
    // Whom a host names does not open the lists of others.
    assert.deepEqual((await names(`<hostWebExID>${other.webExID}</hostWebExID>`)).sort(), ['Alpha', 'beta']);
    await site().refused('000015', 'event.LstsummaryEvent', `<sessionKey>${keys.gamma}</sessionKey>`, host);
  });

  test('is ordered by the words of events, and skips words that it does not know', async () => {
    const order = (by: string, direction: string) =>
      `<order><orderBy>${by}</orderBy><orderAD>${direction}</orderAD></order>`;
    assert.deepEqual(await names(order('EVENTNAME', 'ASC')), ['Alpha', 'beta']);
    assert.deepEqual(await names(order('EVENTNAME', 'DESC')), ['beta', 'Alpha']);
    const { hints } = await site().ok('event.LstsummaryEvent', order('STATUS', 'ASC'), host);
    assert.deepEqual(hints, ['orderBy STATUS is unknown: skipped']);
  });

  test('finds the events of a program, and those of a time', async () => {
    assert.deepEqual(await names(`<programID>${programID}</programID>`), ['Alpha']);
    const scope = (from: string, to: string) =>
      `<dateScope><startDateStart>${from}</startDateStart><startDateEnd>${to}</startDateEnd><timeZoneID>4</timeZoneID></dateScope>`;
    assert.deepEqual((await names(scope('06/01/2026 00:00:00', '06/02/2026 00:00:00'))).sort(), [
      'Alpha',
      'beta',
    ]);
    await site().refused(
      '000015',
      'event.LstsummaryEvent',
      scope('06/02/2026 00:00:00', '06/03/2026 00:00:00'),
      host,
    );
    assert.deepEqual(
      await names(
        `<programID>${programID}</programID>${scope('06/01/2026 00:00:00', '06/02/2026 00:00:00')}`,
      ),
      ['Alpha'],
    );
  });

  test('tells how many have enrolled when it is asked', async () => {
    const key = await planned(
      site(),
      { name: 'Counted', more: '<attendees><attendee><email>i@example.com</email></attendee></attendees>' },
      host,
    );
    const register = (email: string, status: string) =>
      `<attendees><person><email>${email}</email></person><joinStatus>${status}</joinStatus><sessionKey>${key}</sessionKey></attendees>`;
    const people = register('a@example.com', 'ACCEPT') + register('r@example.com', 'REGISTER');
    await site().ok('attendee.RegisterMeetingAttendee', people, host);
    const asked = `<sessionKey>${key}</sessionKey><attendeeStats>true</attendeeStats>`;
    const answer = await site().ok('event.LstsummaryEvent', asked, host);
    assert.equal(answer.value('event/attendeeCount/estEnrollment'), '2');
    assert.equal(answer.value('event/attendeeCount/estAttendance'), '2');
    const plain = await site().ok('event.LstsummaryEvent', `<sessionKey>${key}</sessionKey>`, host);
    assert.equal(plain.all('event/attendeeCount').length, 0);
    assert.ok(await getEvent(site(), key, host));
  });
});
