import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendeeNotFound } from '../../../src/sessions/attendee.ts';
import { readXml } from '../../../src/xml/reader.ts';
import { complex, long, many, type Namespace, text } from '../../../src/xml/schema.ts';
import { anyAccount } from '../../../src/xml-api/access.ts';
import { dispatcher } from '../../../src/xml-api/dispatch.ts';
import { soapEnvelope } from '../../../src/xml-api/envelopes/soap.ts';
import { operation } from '../../../src/xml-api/operation.ts';
import { compile } from '../../../src/xml-api/registry.ts';
import type { Service } from '../../../src/xml-api/service.ts';
import { forSqlite } from '../../support/databases.ts';
import { PASSWORD, sharedSite } from '../../support/site.ts';

/** A service of its own behind SOAP, as the recording services will be: the same dispatcher, another envelope. */

const storage: Namespace = { prefix: 'ns1', uri: 'NBRStorageService', file: 'storage.xsd' };
const service: Service = { name: 'NBRStorageService', namespace: storage, prefixes: [storage] };

const listFiles = operation({
  service,
  name: 'listFiles',
  summary: 'Lists the files of a record.',
  may: anyAccount,
  throttled: 'never',
  request: complex(storage, 'listFiles', { siteId: long(), recordId: long({ min: 1 }) }),
  response: complex(storage, 'listFilesResponse', { listFilesReturn: many(text()) }),
  run({ account, site }, { recordId }) {
    if (recordId === 404) throw new AttendeeNotFound('404');
    if (recordId === 500) throw new TypeError('a secret of ours');
    return {
      listFilesReturn: recordId === 1 ? [] : [`${account.webExId} & ${site.siteName}`, String(recordId)],
    };
  },
});

const [SOAP_1_1, SOAP_1_2] = [
  'http://schemas.xmlsoap.org/soap/envelope/',
  'http://www.w3.org/2003/05/soap-envelope',
];

const CREDENTIALS = `<siteId>5941234567</siteId><username>hostid@acme.com</username><password>${PASSWORD}</password>`;

const envelope = (body: string, uri = SOAP_1_1) =>
  `<s:Envelope xmlns:s="${uri}"><s:Header><a>b</a></s:Header><s:Body>${body}</s:Body></s:Envelope>`;
const call = (more: string, uri?: string) =>
  envelope(`<q:listFiles xmlns:q="NBRStorageService">${CREDENTIALS}${more}</q:listFiles>`, uri);

const answered = (uri: string, body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="${uri}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
const FILES =
  '<ns1:listFilesResponse xmlns:ns1="NBRStorageService"><ns1:listFilesReturn>hostid@acme.com &amp; acme-ci</ns1:listFilesReturn>' +
  '<ns1:listFilesReturn>7</ns1:listFilesReturn></ns1:listFilesResponse>';

forSqlite('SOAP', (open) => {
  const site = sharedSite(open);
  const post = async (message: string) => {
    const dispatch = dispatcher(compile([listFiles], soapEnvelope), site().context);
    const answer = await dispatch(Buffer.from(message), undefined);
    readXml(Buffer.from(answer.body));
    return answer;
  };

  for (const [version, uri] of [
    ['1.1', SOAP_1_1],
    ['1.2', SOAP_1_2],
  ] as const) {
    test(`${version}: a call is answered in its version, by whom its arguments name`, async () => {
      const { status, body: answer, trace } = await post(call('<recordId>7</recordId>', uri));
      assert.equal(status, 200);
      assert.equal(answer, answered(uri, FILES));
      assert.equal(trace.caller, 'hostid@acme.com');
      assert.deepEqual(trace.operations, ['listFiles']);
    });
  }

  test('an answer without content is one tag', async () => {
    const { body: answer } = await post(call('<recordId>1</recordId>'));
    assert.equal(answer, answered(SOAP_1_1, '<ns1:listFilesResponse xmlns:ns1="NBRStorageService"/>'));
  });

  test('names in another case, other prefixes, types on arguments and nil are read', async () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    const { body: answer } = await post(
      `<Envelope xmlns="${SOAP_1_1}"><Body><LISTFILES ${xsi}><siteID xsi:type="xsd:long">5941234567</siteID>` +
        `<userName>hostid@acme.com</userName><password>${PASSWORD}</password>` +
        '<recordID xsi:type="xsd:long">7</recordID><fromDate xsi:nil="true"/></LISTFILES></Body></Envelope>',
    );
    assert.equal(answer, answered(SOAP_1_1, FILES));
  });

  test('an Envelope without a namespace is SOAP 1.1, with a hint', async () => {
    const { body: answer, trace } = await post(
      `<soapenv:Envelope><soapenv:Body><listFiles>${CREDENTIALS}<recordId>7</recordId></listFiles></soapenv:Body></soapenv:Envelope>`,
    );
    assert.equal(answer, answered(SOAP_1_1, FILES));
    assert.ok(
      trace.tolerated.hints.includes('the namespace of the Envelope is no version of SOAP: read as SOAP 1.1'),
    );
  });

  for (const [what, message, number, reason] of [
    ['a refusal', call('<recordId>404</recordId>'), '060902', 'Corresponding attendee not found'],
    ['a missing argument', call(''), '000901', 'A required element is missing: recordId: is required'],
    [
      'a wrong password',
      call('<recordId>7</recordId>').replace(PASSWORD, 'wrong'),
      '030002',
      'Incorrect user or password',
    ],
    ['an unknown operation', envelope('<dropFiles/>'), '000911', 'The operation is unknown: dropFiles'],
    [
      'an empty Body',
      envelope(''),
      '000912',
      'The message names no operation: there is no element in a Body',
    ],
    [
      'two Bodies',
      call('<recordId>7</recordId>').replace('</s:Body>', '</s:Body><s:Body/>'),
      '000908',
      'An element is given too often: Body: may be given once',
    ],
    [
      'another root',
      '<message/>',
      '000912',
      'The message names no operation: the root is "message", not "Envelope"',
    ],
  ] as const) {
    test(`1.1: ${what} is a fault of the client with HTTP 500`, async () => {
      const { status, body: answer } = await post(message);
      assert.equal(status, 500);
      assert.equal(
        answer,
        answered(
          SOAP_1_1,
          `<soapenv:Fault><faultcode>soapenv:Client</faultcode><faultstring>${reason}</faultstring>` +
            `<detail><exceptionID>${number}</exceptionID></detail></soapenv:Fault>`,
        ),
      );
    });
  }

  test('1.2: a refusal is a fault of the sender with HTTP 400, a fault of ours one of the receiver with 500', async () => {
    const refused = await post(call('<recordId>404</recordId>', SOAP_1_2));
    assert.equal(refused.status, 400);
    assert.equal(
      refused.body,
      answered(
        SOAP_1_2,
        '<soapenv:Fault><soapenv:Code><soapenv:Value>soapenv:Sender</soapenv:Value></soapenv:Code>' +
          '<soapenv:Reason><soapenv:Text xml:lang="en">Corresponding attendee not found</soapenv:Text></soapenv:Reason>' +
          '<soapenv:Detail><exceptionID>060902</exceptionID></soapenv:Detail></soapenv:Fault>',
      ),
    );
    const faulty = await post(call('<recordId>500</recordId>', SOAP_1_2));
    assert.equal(faulty.status, 500);
    assert.match(
      String(faulty.body),
      /<soapenv:Value>soapenv:Receiver<\/soapenv:Value>.*Unexpected error.*999999/,
    );
    assert.doesNotMatch(String(faulty.body), /secret/);
    assert.equal(faulty.trace.faults.length, 1);
  });

  test('what cannot be read is a fault too, and what is too large says so in its status', async () => {
    const broken = await post('<s:Envelope>');
    assert.equal(broken.status, 500);
    assert.match(String(broken.body), /<faultstring>Fail to forward request:/);
    assert.equal((await post(`<a>${'x'.repeat(1_100_000)}</a>`)).status, 413);
  });
});
