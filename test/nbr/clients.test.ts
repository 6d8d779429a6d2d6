import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../history/held.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite, textOf } from '../support/site.ts';
import { content, dataFolder, recordingIn } from './recorded.ts';
import { call, leaf, meetingTicket, post, replyOf, SITE_ID, type SoapReply, storageTicket } from './soap.ts';

/** What programs do with the NBR services, as the facts tell of them, written anew. */

forProtocol('A program of the NBR services', (open) => {
  const shared = sharedSite(open, { settings: { data: dataFolder() } });
  const path = (service: string) => `/nbr/services/${service}`;

  async function recordedMeeting() {
    const site = shared();
    const ina = { name: 'Ina Vited', email: 'ina@example.com' };
    const session = await held(site, { confName: 'Weekly <call>', people: [{ who: ina, from: 5, to: 20 }] });
    const usage = await usageOf(session.sessionKey);
    const bytes = content();
    const { sessionKey, confID } = usage;
    const recording = await recordingIn(site, { name: 'Weekly <call>', sessionKey, confID, bytes });
    return { session, usage, confID, recording, bytes };
  }

  async function usageOf(sessionKey: number) {
    const { historyList, sites } = shared().context;
    const search = {
      service: 'MeetingCenter',
      withAudioOnly: true,
      method: 'AND',
      criteria: { sessionKey },
    } as const;
    const page = { startFrom: 1, maximumNum: 1, order: [] };
    const [usage] = (await historyList.sessions(await sites.required('acme'), search, page)).rows;
    assert.ok(usage);
    return usage;
  }

  test('scripts that go by position fetch and delete what was recorded', async () => {
    const site = shared();
    const { confID, recording } = await recordedMeeting();
    // A template with a Header: what is filled in is the n-th child of the n-th child.
    const ticketOf = async (service: string, operation: string, more = '') => {
      const body =
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header/><soapenv:Body>' +
        `<ns:${operation} soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns="${service}">` +
        `<siteId xsi:type="xsd:long">${SITE_ID}</siteId><username xsi:type="xsd:string">admin</username>` +
        `<password xsi:type="xsd:string">${PASSWORD}</password>${more}</ns:${operation}></soapenv:Body></soapenv:Envelope>`;
      const reply = await post(site, body, path(service));
      return reply.content.children[0]?.text ?? '';
    };
    const meetings = await ticketOf('nbrXmlService', 'getMeetingTicket', '<service>MC</service>');
    const listed = await call(site, 'getNBRConfIdList', { siteId: SITE_ID, ticket: meetings });
    assert.ok(listed.leaves.includes(String(confID)));

    const storage = await ticketOf('NBRStorageService', 'getStorageAccessTicket');
    const empty =
      `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><getNBRStorageFile><siteId>${SITE_ID}</siteId>` +
      `<confId>${confID}</confId><ticket>${storage}</ticket><fileType/><fromDate xsi:type="xsd:dateTime"></fromDate>` +
      '<toDate xsi:nil="true"/></getNBRStorageFile></e:Body></e:Envelope>';
    const files = await post(site, empty, path('NBRStorageService'));
    assert.deepEqual(files.leaves, [String(recording.id)]);

    const given = { siteId: SITE_ID, confId: confID, recordId: recording.id, ticket: storage };
    assert.equal((await call(site, 'deleteNBRStorageFile', given)).returned.text, 'SUCCESS');
    assert.deepEqual((await post(site, empty)).leaves, []);
    const acme = await site.context.sites.required('acme');
    const inBin = await site.context.recordings.find(acme, recording.id);
    assert.notEqual(inBin?.deletedAt, null, 'it lies in the bin');
    assert.match((await call(site, 'deleteNBRStorageFile', given)).faultstring, /there is no recording/);
  });

  test('a program with one ticket by GET lists meetings, reads them and fetches their recordings', async () => {
    const site = shared();
    const { usage, confID, recording, bytes } = await recordedMeeting();
    const query = `method=getMeetingTicket&siteId=${SITE_ID}&username=admin&password=${PASSWORD}&service=MC`;
    const ticket = (await replyOf(await fetch(`${site.url}/nbr/services/nbrXmlService?${query}`))).returned
      .text;
    const list = await post(
      site,
      `<Envelope><Body><nbrXmlService:getNBRConfIdList><siteId>${SITE_ID}</siteId><ticket>${ticket}</ticket></nbrXmlService:getNBRConfIdList></Body></Envelope>`,
    );
    assert.ok(list.leaves.includes(String(confID)));
    const meeting = await call(site, 'getMeetingXml', { siteId: SITE_ID, confId: confID, ticket });
    const [document] = meeting.returned.children;
    assert.ok(document);
    assert.equal(leaf(document, 'MeetingName'), 'Weekly <call>');
    assert.equal(leaf(document, 'ModeratorName'), usage.host.name);
    assert.equal(leaf(document, 'ModeratorEmail'), usage.host.email);
    assert.equal(leaf(document, 'StartTimeUTC'), String(usage.startedAt));
    assert.equal(leaf(document, 'EndTimeUTC'), String(usage.endedAt));
    const people = document.children.find(({ name }) => name === 'Participants')?.children ?? [];
    assert.deepEqual(
      people.map((person) => person.children.map(({ name }) => name)),
      people.map(() => ['LoginName', 'JoinDateTimeUTC', 'LeaveDateTimeUTC', 'CorporateEmailID']),
    );
    const ina = people.find((person) => leaf(person, 'LoginName') === 'Ina Vited');
    assert.ok(ina);
    assert.equal(leaf(ina, 'JoinDateTimeUTC'), String(usage.startedAt + 5 * 60_000));
    assert.equal(leaf(ina, 'LeaveDateTimeUTC'), String(usage.startedAt + 20 * 60_000));
    assert.equal(leaf(ina, 'CorporateEmailID'), 'ina@example.com');
    assert.match(meeting.text, /<MeetingName>/, 'without a prefix');

    const given = { recordId: recording.id, siteId: SITE_ID, ticket };
    const parts = partsOf(await call(site, 'downloadNBRStorageFile', given));
    assert.deepEqual(parts[2]?.body, bytes);
  });

  test('a program that splits by hand finds name, size and bytes', async () => {
    const { recording, bytes } = await recordedMeeting();
    const ticket = await storageTicket(shared());
    const given = { siteId: SITE_ID, recordId: recording.id, ticket };
    const reply = await call(shared(), 'downloadNBRStorageFile', given);
    assert.equal(reply.status, 200);
    const pieces = splitAtBlankLines(reply.bytes);
    assert.equal(pieces.length, 4);
    const [name = '', size, encrypted] = (pieces[2]?.toString() ?? '').split('\n');
    assert.match(name, /^Weekly _call_-\d{8}_\d{4}\.mp4$/);
    assert.equal(Number(size), bytes.length);
    assert.match(encrypted ?? '', /^false\r/);
    const end = pieces[3]?.lastIndexOf('\r\n--') ?? 0;
    assert.deepEqual(pieces[3]?.subarray(0, end), bytes);

    const missing = await call(shared(), 'downloadNBRStorageFile', { ...given, recordId: 123456789 });
    assert.match(missing.faultstring, /there is no recording 123456789/);
    assert.equal(splitAtBlankLines(missing.bytes).length, 3, 'so it finds that there is none');
  });

  test('a program that counts the parts finds three, and the size that was said', async () => {
    const { recording, bytes } = await recordedMeeting();
    const given = { siteId: SITE_ID, recordId: recording.id, userName: 'admin', password: PASSWORD };
    const reply = await call(shared(), 'downloadFile', { ...given, serviceName: 'MC' });
    const type = /^multipart\/related; type="text\/xml"; start="<[^>]+>"; boundary="----=_Part_\w+"$/;
    assert.match(reply.contentType, type);
    const [envelope, descriptor, file, ...more] = partsOf(reply);
    assert.equal(more.length, 0);
    assert.match(envelope?.head ?? '', /^Content-Type: text\/xml/);
    assert.equal(descriptor?.body.toString().split('\n')[1], String(bytes.length));
    assert.deepEqual(file?.body, bytes);
    const start = /start="(<[^>]+>)"/.exec(reply.contentType)?.[1];
    assert.match(envelope?.head ?? '', new RegExp(`Content-Id: ${start}`));
    for (const part of [descriptor, file]) {
      const contentID = /Content-Id: <([^>]+)>/.exec(part?.head ?? '')?.[1];
      assert.ok(envelope?.body.includes(`href="cid:${contentID}"`));
    }
  });

  test('takes every leaf for a number, also where there is none', async () => {
    const site = shared();
    await recordedMeeting();
    const reply = await call(site, 'getNBRRecordIdList', {
      siteId: SITE_ID,
      userName: 'admin',
      password: PASSWORD,
    });
    assert.ok(reply.leaves.length > 0);
    assert.ok(reply.leaves.every((text) => /^\d{9}$/.test(text)));
    const ticket = await meetingTicket(site, 'EC');
    const none = await call(site, 'getNBRConfIdList', { siteId: SITE_ID, ticket });
    assert.deepEqual(none.leaves, []);
    const files = await call(site, 'getNBRStorageFile', { siteId: SITE_ID, confId: 1, ticket });
    assert.deepEqual(files.leaves, []);
  });

  test('is counted in the history of the recording, once for each download', async () => {
    const site = shared();
    const { recording } = await recordedMeeting();
    const ticket = await storageTicket(site);
    for (const _ of [1, 2]) {
      await call(site, 'downloadNBRStorageFile', { siteId: SITE_ID, recordId: recording.id, ticket });
    }
    const answer = await site.ok(
      'history.LstrecordaccessDetailHistory',
      `<recordID>${recording.id}</recordID>`,
    );
    assert.deepEqual(answer.texts('recordDetail/downloaded'), ['true', 'true']);
    assert.equal(textOf(answer.all('recordDetail')[0], 'participantEmail'), 'admin@acme.com');
  });
});

interface Part {
  readonly head: string;
  readonly body: Buffer;
}

function partsOf({ status, contentType, bytes }: SoapReply): Part[] {
  assert.equal(status, 200, bytes.subarray(0, 2000).toString());
  const boundary = `--${/boundary="([^"]+)"/.exec(contentType)?.[1]}`;
  const text = bytes.toString('latin1');
  assert.ok(text.startsWith(`${boundary}\r\n`), 'no preamble');
  assert.ok(text.endsWith(`\r\n${boundary}--\r\n`));
  const inner = text.slice(boundary.length + 2, -(boundary.length + 6));
  return inner.split(`\r\n${boundary}\r\n`).map((part) => {
    const end = part.indexOf('\r\n\r\n');
    return { head: part.slice(0, end), body: Buffer.from(part.slice(end + 4), 'latin1') };
  });
}

function splitAtBlankLines(bytes: Buffer): Buffer[] {
  return bytes
    .toString('latin1')
    .split('\r\n\r\n')
    .map((piece) => Buffer.from(piece, 'latin1'));
}
