import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { createClientAsync } from 'soap';
import { forProtocol } from '../support/databases.ts';
import { sharedSite, xml } from '../support/site.ts';
import { dataFolder, recordingIn } from './recorded.ts';
import { type Arguments, call, envelope, post, SITE_ID, siteIdOf, storageTicket } from './soap.ts';

/** Recordings that programs bring: in a part of their own and as base64, and what is refused of them. */

forProtocol('uploadRecording', (open) => {
  const shared = sharedSite(open, { settings: { data: dataFolder() } });
  const acme = () => shared().context.sites.required('acme');
  const userIdOf = async (webExId: string) =>
    (await shared().context.accounts.required(await acme(), webExId)).userId;
  const sessionTicket = async (webExId: string) => {
    const { accounts, tickets } = shared().context;
    const account = await accounts.required(await acme(), webExId);
    return (await tickets.sessionTicketFor(account, await acme())).sessionTicket;
  };

  async function given(bytes: Buffer, more: Arguments = {}): Promise<Arguments> {
    return {
      siteId: SITE_ID,
      userId: await userIdOf('hostid'),
      recordName: 'Board of May',
      fileType: 'ARF',
      filesize: bytes.length,
      duration: 90,
      serviceType: 1,
      appToken: await storageTicket(shared()),
      ...more,
    };
  }

  const withParts = (
    values: Arguments,
    parts: readonly (readonly [head: string, body: Buffer])[],
    dh: string,
  ) => {
    const content = Object.entries(values).map(([name, value]) => `<${name}>${xml(value)}</${name}>`);
    const root = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><uploadRecording>${dh}${content.join('')}</uploadRecording></e:Body></e:Envelope>`;
    const all = [['Content-Type: text/xml\r\nContent-ID: <root>', Buffer.from(root)] as const, ...parts];
    return Buffer.concat([
      ...all.flatMap(([head, body]) => [Buffer.from(`--b0 b\r\n${head}\r\n\r\n`), body, Buffer.from('\r\n')]),
      Buffer.from('--b0 b--\r\n'),
    ]);
  };
  const MULTIPART = { 'Content-Type': 'multipart/related; type="text/xml"; start="<root>"; boundary="b0 b"' };
  const DH = '<dh href="cid:file%40here"/>';
  const binary = (bytes: Buffer) =>
    ['Content-Transfer-Encoding: binary\r\nContent-Id: <file@here>', bytes] as const;
  const send = (body: Buffer) => post(shared(), body, '/nbr/services/NBRFileOpenService', MULTIPART);

  async function keptBytes(recordId: number): Promise<Buffer> {
    const { recordings, recordingStore } = shared().context;
    const recording = await recordings.find(await acme(), recordId);
    assert.ok(recording);
    const { MAIN } = await recordings.filesOf(recording);
    assert.ok(MAIN);
    return Buffer.concat(await (await recordingStore.read(MAIN.name)).toArray());
  }
  const kept = async () => {
    const { database } = shared().context;
    const { builder } = database;
    const rows = await database.all(
      builder.selectFrom('recording').select(['id', 'deleted_at']).orderBy('id').compile(),
    );
    const files: string[] = [];
    for await (const { name } of shared().context.recordingStore.list(String((await acme()).id)))
      files.push(name);
    return JSON.stringify([rows, files.sort()]);
  };

  const size = 300_000;
  const hostile = Buffer.concat([
    randomBytes(1000),
    Buffer.from('\r\n--b0\r\n\r\n--b0 c\r\n'),
    randomBytes(size),
  ]);

  test('keeps a part byte for byte, and tells its number', async () => {
    for (const bytes of [hostile, Buffer.from('x'.repeat(999)), randomBytes(3_000_000)]) {
      const other = ['Content-Id: <other>', randomBytes(100_000)] as const;
      const reply = await send(withParts(await given(bytes), [other, binary(bytes)], DH));
      const recordId = Number(reply.returned.text);
      assert.deepEqual(await keptBytes(recordId), bytes);
      const recording = await shared().context.recordings.find(await acme(), recordId);
      const { name, state, format, duration, service } = recording ?? {};
      assert.deepEqual(
        { name, state, format, duration, service },
        { name: 'Board of May', state: 'READY', format: 'ARF', duration: 90, service: 'MeetingCenter' },
      );
      const listed = await shared().ok('ep.LstRecording', '<recordName>Board of May</recordName>');
      assert.ok(listed.texts('recording/recordingID').includes(String(recordId)));
    }
  });

  test('keeps base64, in a part and inside of the envelope, short and long', async () => {
    for (const length of [900, 901, 902, 2_500_000]) {
      const bytes = randomBytes(length);
      const lines = bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
      const inside = await call(shared(), 'uploadRecording', { dh: lines, ...(await given(bytes)) });
      assert.deepEqual(await keptBytes(Number(inside.returned.text)), bytes);
      const head = 'Content-Transfer-Encoding: base64\r\nContent-ID: <file@here>';
      const beside = await send(withParts(await given(bytes), [[head, Buffer.from(lines)]], DH));
      assert.deepEqual(await keptBytes(Number(beside.returned.text)), bytes);
    }
  });

  test('is called by the npm package soap, which refers to the part by XOP', async () => {
    const client = await createClientAsync(`${shared().url}/nbr/services/NBRFileOpenService?wsdl`);
    const bytes = randomBytes(50_000);
    const attachments = [
      { mimetype: 'application/octet-stream', contentId: 'file@here', name: 'board.arf', body: bytes },
    ];
    const dh = {
      $xml: '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:file@here"/>',
    };
    const [result] = await client.uploadRecordingAsync({ dh, ...(await given(bytes)) }, { attachments });
    const { $value = result.uploadRecordingReturn } = result.uploadRecordingReturn;
    assert.deepEqual(await keptBytes(Number($value)), bytes);
    const values = { siteId: SITE_ID, recordId: Number($value), appToken: await storageTicket(shared()) };
    const [deleted] = await client.deleteUploadedRecordingAsync({ ...values, deleteRomoteFile: true });
    const { deleteUploadedRecordingReturn: answer } = deleted;
    assert.equal(String(answer.$value ?? answer), 'true');
    assert.equal(await shared().context.recordings.find(await acme(), Number($value)), undefined);
  });

  test('lets hosts bring their own by a session ticket, and nobody for others', async () => {
    const bytes = randomBytes(1_000);
    const dh = bytes.toString('base64');
    const own = await given(bytes, { appToken: await sessionTicket('hostid') });
    assert.match((await call(shared(), 'uploadRecording', { dh, ...own })).returned.text, /^\d{9}$/);
    const before = await kept();
    const refused: readonly [Arguments, RegExp][] = [
      [{ ...own, userId: await userIdOf('admin') }, /^AS0003/],
      [{ ...own, userId: 1 }, /^AS0003/],
      [await given(bytes, { userId: 1 }), /^userId: is no account/],
      [await given(bytes, { userId: await userIdOf('guest') }), /^AS0003/],
      [{ ...own, appToken: await sessionTicket('guest'), userId: await userIdOf('guest') }, /^AS0003/],
      [{ ...own, appToken: 'wrong' }, /^AS0002/],
      [{ ...own, siteId: siteIdOf('acme-basic') }, /^AS0002/],
      [await given(bytes, { appToken: await storageTicket(shared(), 'acme-basic') }), /^AS0002/],
      [{ ...own, serviceType: 9 }, /^serviceType: /],
      [{ ...own, fileType: '../x' }, /^fileType: /],
      [{ ...own, fileType: 'exe' }, /MP4, WebM, ARF/],
      [{ ...own, fileType: 'MP4' }, /MP4, WebM, ARF|another type/],
      [{ ...own, filesize: 999 }, /another size/],
      [{ ...own, filesize: 1_001 }, /another size/],
      [{ ...own, filesize: -1 }, /bytes|above 0/],
      [{ ...own, duration: -1 }, /duration/],
      [{ ...own, recordName: 'x'.repeat(129) }, /name/],
    ];
    for (const [values, faultstring] of refused) {
      const reply = await call(shared(), 'uploadRecording', { dh, ...values });
      assert.match(reply.faultstring, faultstring, JSON.stringify(values));
      const beside = await send(withParts(values, [binary(bytes)], DH));
      assert.match(beside.faultstring, faultstring, JSON.stringify(values));
    }
    assert.equal(await kept(), before);
  });

  test('keeps nothing of what is no call', async () => {
    const bytes = randomBytes(5_000);
    const values = await given(bytes);
    const before = await kept();
    const whole = withParts(values, [binary(bytes)], DH);
    const bodies: readonly [Buffer, RegExp][] = [
      // Whichever is seen first: random bytes are no recording either.
      [whole.subarray(0, -2_000), /in the middle of a part|is no recording/],
      [whole.subarray(0, 40), /in the middle of a part/],
      [Buffer.from('--b0 b--\r\n'), /there is no part/],
      [Buffer.from(`--b0 b\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`), /head of a part is too long/],
      [withParts(values, [], DH), /no part with the Content-ID <file@here>/],
      [withParts(values, [binary(bytes)], '<dh href="#no"/>'), /refers to/],
      [withParts(values, [binary(bytes)], '<dh href="cid:%zz"/>'), /cannot be decoded/],
      [withParts(values, [binary(bytes)], '<dh/>'), /^dh: is required/],
      [withParts(values, [binary(bytes)], '<dh>no base64!</dh>'), /base64/],
      [
        withParts(values, [['Content-Transfer-Encoding: x-gzip\r\nContent-Id: <file@here>', bytes]], DH),
        /x-gzip/,
      ],
      [withParts(values, [binary(bytes)], `<dh>${'z'.repeat(1_100_000)}</dh>`), /larger than/],
    ];
    for (const [body, faultstring] of bodies) assert.match((await send(body)).faultstring, faultstring);
    const alone = envelope('uploadRecording', values).replace('<siteId>', `${DH}<siteId>`);
    assert.match((await post(shared(), alone)).faultstring, /no multipart\/related/);
    const unbounded = await post(shared(), whole, '/nbr/services/', { 'Content-Type': 'multipart/related' });
    assert.match(unbounded.faultstring, /boundary/);
    assert.equal(await kept(), before);
  });

  test('keeps nothing of whoever hangs up, and refuses before the bytes have come', async () => {
    const bytes = randomBytes(2_000_000);
    const before = await kept();
    const begun = async (values: Arguments, sent: number) => {
      const body = withParts(values, [binary(bytes)], DH);
      const socket = connect(Number(new URL(shared().url).port), '127.0.0.1');
      socket.write(
        `POST /nbr/services/ HTTP/1.1\r\nHost: x\r\nContent-Type: ${MULTIPART['Content-Type']}\r\n` +
          `Content-Length: ${body.length}\r\n\r\n`,
      );
      await new Promise<void>((resolve) => socket.write(body.subarray(0, sent), () => resolve()));
      return socket;
    };
    const refused = await begun(await given(bytes, { appToken: 'wrong' }), 10_000);
    const [answer] = (await once(refused, 'data')) as [Buffer];
    assert.match(answer.toString(), /^HTTP\/1\.1 500.*AS0002/s);
    refused.destroy();
    (await begun(await given(bytes), 1_500_000)).destroy();
    const reply = await call(shared(), 'getNBRConfIdList', {
      siteId: SITE_ID,
      ticket: await storageTicket(shared()),
    });
    assert.equal(reply.status, 200);
    assert.equal(await kept(), before);
    assert.ok(!shared().log.some((line) => line.includes('"msg":"fault"')));
  });

  test('deleteUploadedRecording takes back what was brought, and nothing else', async () => {
    const bytes = randomBytes(1_000);
    const dh = bytes.toString('base64');
    const values = await given(bytes, { appToken: await sessionTicket('hostid') });
    const recordId = Number((await call(shared(), 'uploadRecording', { dh, ...values })).returned.text);
    const recorded = await recordingIn(shared());
    const before = await kept();
    const other = await shared().person();
    for (const [id, appToken] of [
      [recordId, await sessionTicket(other.webExID)],
      [recorded.id, await sessionTicket('hostid')],
      [123_456_789, await sessionTicket('hostid')],
      [recordId, await storageTicket(shared(), 'acme-basic')],
    ] as const) {
      const reply = await call(shared(), 'deleteUploadedRecording', {
        siteId: SITE_ID,
        recordId: id,
        appToken,
      });
      assert.match(reply.faultstring, /there is no recording|AS0002/);
    }
    assert.equal(await kept(), before);
    const right = {
      siteId: SITE_ID,
      recordId,
      appToken: await sessionTicket('hostid'),
      deleteRomoteFile: 'false',
    };
    assert.equal((await call(shared(), 'deleteUploadedRecording', right)).returned.text, 'true');
    const inBin = await shared().context.recordings.find(await acme(), recordId);
    assert.equal(typeof inBin?.deletedAt, 'number');
  });
});
