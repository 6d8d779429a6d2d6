import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Client, createClientAsync } from 'soap';
import { NBR_SERVICES } from '../../src/nbr/nbr-operation.ts';
import { nbrOperationsOf, spellings } from '../../src/nbr/nbr-operations.ts';
import { held } from '../history/held.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { content, dataFolder, recordingIn } from './recorded.ts';
import { SITE_ID } from './soap.ts';

/** The services by their own descriptions, as the npm package soap reads them. */

interface Attachment {
  readonly body: Buffer;
}
type Called = [
  result: Record<string, unknown>,
  raw: string,
  header: unknown,
  request: string,
  attachments?: { readonly parts: readonly Attachment[] },
];

forSqlite('The descriptions of the NBR services', (open) => {
  const shared = sharedSite(open, { settings: { data: dataFolder() } });
  const ADMIN = { siteId: SITE_ID, username: 'admin', password: PASSWORD };

  const clientOf = (service: string): Promise<Client> =>
    createClientAsync(`${shared().url}/nbr/services/${service}?wsdl`, { parseReponseAttachments: true });

  /** What the operation returned, and the files that came with it. */
  async function called(client: Client, operation: string, values: object) {
    const [result, , , , attachments]: Called = await client[`${operation}Async`](values);
    const returned = result?.[`${operation}Return`];
    return { returned, files: attachments?.parts.map(({ body }) => body) ?? [] };
  }

  async function recordedMeeting() {
    const { sessionKey } = await held(shared(), { confName: 'Weekly call' });
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
    const bytes = content();
    const recording = await recordingIn(shared(), { sessionKey, confID: usage.confID, bytes });
    return { confId: usage.confID, recordId: recording.id, bytes };
  }

  test('name every operation, under both its spellings where it has two', async () => {
    for (const service of NBR_SERVICES) {
      const [[port]] = Object.values((await clientOf(service)).describe()).map((ports) =>
        Object.values(ports as Record<string, object>),
      ) as [[object]];
      const names = nbrOperationsOf(service).flatMap(spellings);
      assert.deepEqual(Object.keys(port).sort(), names.sort());
    }
  });

  test('are those of NBRStorageService', async () => {
    const { confId, recordId, bytes } = await recordedMeeting();
    const client = await clientOf('NBRStorageService');
    const siteId = SITE_ID;
    const { returned: ticket } = await called(client, 'getStorageAccessTicket', ADMIN);
    assert.match(String(text(ticket)), /^N[\w-]{60,}$/);
    const held = { siteId, ticket: text(ticket) };
    const listed = await called(client, 'getNBRStorageFile', { ...held, confId });
    assert.deepEqual(leaves(listed.returned), [String(recordId)]);
    const fetched = await called(client, 'downloadNBRStorageFile', { ...held, recordId });
    assert.equal(fetched.files.length, 2);
    assert.match(fetched.files[0]?.toString() ?? '', /^Weekly call-\d{8}_\d{4}\.mp4\n100000\nfalse/);
    assert.deepEqual(fetched.files[1], bytes);
    const deleted = await called(client, 'deleteNBRStorageFile', { ...held, confId, recordId });
    assert.equal(text(deleted.returned), 'SUCCESS');
    await assert.rejects(
      called(client, 'downloadNBRStorageFile', { ...held, recordId }),
      /there is no recording/,
    );
  });

  test('are those of nbrXmlService', async () => {
    const { confId, recordId } = await recordedMeeting();
    const client = await clientOf('nbrXmlService');
    const siteId = SITE_ID;
    const ticketed = await called(client, 'getMeetingTicket', { ...ADMIN, service: 'MC' });
    const held = { siteId, ticket: text(ticketed.returned) };
    assert.ok(leaves((await called(client, 'getNBRConfIdList', held)).returned).includes(String(confId)));
    const all = { siteId, userName: 'admin', password: PASSWORD };
    assert.ok(leaves((await called(client, 'getNBRRecordIdList', all)).returned).includes(String(recordId)));
    const { returned } = await called(client, 'getMeetingXml', { ...held, confId });
    const { Meeting } = returned as { Meeting: Record<string, unknown> };
    assert.equal(text(Meeting.MeetingName), 'Weekly call');
    const hashKey = (Meeting.attributes as { reportKey: string }).reportKey;
    const report = await called(client, 'getNBRXmlForReport', { siteId, confId, hashKey });
    assert.ok(leaves(report.returned).includes('Weekly call'));
    await assert.rejects(called(client, 'getSCXml', { ...held, confId }), /there is no meeting/);
    await assert.rejects(
      called(client, 'getSCXmlReport', { siteId, confId, hashKey }),
      /there is no meeting/,
    );
    assert.equal(text((await called(client, 'deleteMeetingXml', { ...held, confId })).returned), 'SUCCESS');
    await assert.rejects(called(client, 'getMeetingXml', { ...held, confId }), /there is no meeting/);
    assert.ok(!leaves((await called(client, 'getNBRConfIdList', held)).returned).includes(String(confId)));
  });

  test('are those of NBRFileOpenService', async () => {
    const { recordId, bytes } = await recordedMeeting();
    const client = await clientOf('NBRFileOpenService');
    const values = { siteId: SITE_ID, serviceName: 'MC', userName: 'admin', password: PASSWORD, recordId };
    const { files } = await called(client, 'downloadFile', values);
    assert.deepEqual(files[1], bytes);
  });

  test('tell a fault in its own words', async () => {
    const client = await clientOf('NBRStorageService');
    await assert.rejects(
      called(client, 'getStorageAccessTicket', { ...ADMIN, password: 'wrong' }),
      /AS0001: siteId, user name and password do not belong together/,
    );
  });
});

/** What is typed has attributes beside it. */
function text(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '$value' in value ? value.$value : value;
}

function leaves(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return Object.entries(value).flatMap(([name, inner]) => (name === 'attributes' ? [] : leaves(inner)));
}
