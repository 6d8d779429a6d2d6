import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { forSqlite } from '../support/databases.ts';
import { pngOf } from '../support/pictures.ts';
import { startSite, type TestSite } from '../support/site.ts';
import { ConsoleClient } from './console-client.ts';

forSqlite('The area Site of the console', (open) => {
  let parlance: TestSite;
  let owner: ConsoleClient;
  let admin: ConsoleClient;
  let reader: ConsoleClient;

  before(async () => {
    parlance = await startSite(await open());
    await parlance.person({ webExId: 'second', privileges: { host: true, siteAdmin: true } });
    await parlance.person({ webExId: 'looks', privileges: { host: true, roSiteAdmin: true } });
    owner = await ConsoleClient.as(parlance, 'admin');
    admin = await ConsoleClient.as(parlance, 'second');
    reader = await ConsoleClient.as(parlance, 'looks');
  });
  after(() => parlance.close());

  const patch = (values: object, was?: object, by = admin) =>
    by.call('PATCH', 'site/settings', { body: { values, ...(was && { was }) } });

  test('tells every setting with its words, and no secret to anybody', async () => {
    const set = { partnerID: 'partner-secret', commonIdentity: { clientSecret: 'client-secret' } };
    await parlance.context.sites.change('acme', { settings: set });
    for (const [by, text] of [
      ['owner', (await owner.get('site/settings')).text],
      ['administrator', (await admin.get('site/settings')).text],
      ['read-only', (await reader.get('site/settings')).text],
    ] as const) {
      assert.ok(!text.includes('client-secret'), by);
      assert.equal(text.includes('partner-secret'), by !== 'read-only', by);
    }
    const { settings } = (await admin.get('site/settings')).json;
    const found = (path: string) => settings.find((setting: { path: string }) => setting.path === path);
    assert.equal(found('security.joinBeforeHost').title, 'Join before the host');
    assert.deepEqual(found('commonIdentity.clientSecret').isSet, true);
    assert.equal(found('hostLimit').isEditable, false);
    assert.equal(found('samlSSO.idpIssuer').isEditable, true);
    assert.equal(found('samlSSO.allowSha1').isEditable, false);
    assert.equal(found('tools.ssl').section, 'kept');
  });

  test('lets an administrator change theirs, tells what is wrong by name, and keeps the owner’s', async () => {
    assert.equal((await patch({ 'telephony.publicName': 'Caller' })).status, 200);
    const wrong = await patch({ 'defaults.openTime': 90_000 });
    assert.equal(wrong.status, 422);
    assert.deepEqual(
      [wrong.json.error.element, wrong.json.error.message],
      ['defaults.openTime', 'must be from 0 to 86400'],
    );
    assert.equal((await patch({ 'telephony.publicNam': 'x' })).status, 422);
    assert.equal((await patch({ __proto__x: 1 })).status, 422);
    const owned = await patch({ 'telephony.publicName': 'Other', hostLimit: 3 });
    assert.equal(owned.status, 403);
    const { settings } = await parlance.context.sites.required('acme');
    assert.equal(settings.telephony.publicName, 'Caller', 'nothing of it was changed');
    assert.equal((await patch({ hostLimit: 0, sessionTypes: {} }, undefined, owner)).status, 422);
  });

  test('tells the second of two administrators what the first one has done', async () => {
    const was = { 'telephony.publicName': 'Caller', 'telephony.tollLabel': 'Old' };
    assert.equal(
      (await patch({ 'telephony.publicName': 'First' }, { 'telephony.publicName': 'Caller' })).status,
      200,
    );
    const late = await patch({ 'telephony.publicName': 'Second' }, was);
    assert.equal(late.status, 409);
    assert.deepEqual(late.json.error.current, { 'telephony.publicName': 'First' });
    // What nobody else has touched does not conflict.
    const apart = { 'telephony.backupTollNumber': '' };
    assert.equal((await patch({ 'telephony.backupTollNumber': '+1 408 1' }, apart)).status, 200);
  });

  test('holds back URLs to origins, and a provider of an administrator’s to public addresses', async () => {
    const backURLs = async (list: unknown) => (await patch({ 'urlAPI.backURLs': list })).json.error?.message;
    assert.equal(await backURLs(['https://moodle.example.org', 'any']), undefined);
    assert.match(
      await backURLs(['https://moodle.example.org/login']),
      /write https:\/\/moodle\.example\.org$/,
    );
    assert.match(await backURLs(['javascript:alert(1)']), /must begin with https/);
    assert.match(await backURLs(['https://a@b.example']), /may not hold a name/);
    assert.match(
      await backURLs(['https://a.example', 'https://A.example/']),
      /has https:\/\/a\.example twice/,
    );
    const network = async () =>
      (await parlance.context.sites.required('acme')).settings.commonIdentity.network;
    assert.equal(await network(), 'any');
    assert.equal((await patch({ 'commonIdentity.issuer': 'https://10.0.0.1' })).status, 200);
    assert.equal(await network(), 'public');
  });

  test('makes session types and keeps them within what the site has', async () => {
    const again = await ConsoleClient.as(parlance, 'second');
    const made = await again.post('site/session-types', {
      like: 3,
      displayName: 'Board',
      productCodePrefix: 'BRD',
    });
    assert.equal(made.status, 200);
    const board = made.json.types.find(({ displayName }: { displayName: string }) => displayName === 'Board');
    assert.deepEqual([board.id, board.isCustom, board.limits.maxMeetingUser], [101, true, 200]);
    const change = (values: object, by = again) =>
      by.call('PATCH', `site/session-types/${board.id}`, { body: { values } });
    assert.equal((await change({ 'limits.maxMeetingUser': 20, 'options.supportVideo': false })).status, 200);
    assert.equal((await change({ 'limits.maxMeetingUser': 5_000 })).status, 403);
    assert.equal((await change({ serviceType: 'EventCenter' })).json.error.element, 'serviceType');
    assert.equal((await change({ 'options.supportMagic': true })).status, 422);
    assert.equal((await again.call('PATCH', 'site/session-types/999', { body: { values: {} } })).status, 404);
    const twice = await again.post('site/session-types', {
      like: 3,
      displayName: 'board',
      productCodePrefix: 'BRD',
    });
    assert.equal(twice.json.error.element, 'displayName');
  });

  test('reads the list of a tracking code, and gives what is faulty back with the cause', async () => {
    const again = await ConsoleClient.as(parlance, 'second');
    const bytes = '\ufeffValue;Active\r\nSales;Y\r\n;Y\r\nsales;Y\r\n=1+1;maybe\r\nÖl;N\r\n';
    const { json } = await again.call('POST', 'site/tracking-codes/list', { file: { name: 'a.csv', bytes } });
    assert.deepEqual(json.values, [
      { value: 'Sales', active: true },
      { value: 'Öl', active: false },
    ]);
    assert.equal(json.faulty, 3);
    assert.match(json.faultyFile, /^\ufeffValue;Active;Comments\r\n;Y;The value is missing\./);
    assert.match(json.faultyFile, /'=1\+1;maybe;Active must be Y or N\./);
    const code = {
      index: 1,
      name: 'Department',
      inputMode: 'Drop-Down Menu Only',
      hostProfile: 'REQUIRED',
      schedulingPage: [{ service: 'MeetingCenter', scheduling: 'OPTIONAL' }],
      listValue: [{ index: 1, value: 'Sales', active: true }],
    };
    const put = (codes: object[]) => again.call('PUT', 'site/tracking-codes', { body: { codes } });
    assert.equal((await put([code])).status, 200);
    assert.equal(
      (await put([code, { ...code, name: 'Other' }])).json.error.element,
      'trackingCodes[1].index',
    );
    assert.equal((await put([{ ...code, listValue: [] }])).json.error.element, 'trackingCodes[0].listValue');
  });

  test('shows the look of a site on its pages: name, colour, logo, links', async () => {
    const again = await ConsoleClient.as(parlance, 'second');
    const values = {
      'branding.displayName': 'Ac<me> & "Söhne"',
      'branding.accent': '#FFE600',
      'branding.helpURL': 'https://help.example.com/?a=1&b=2',
    };
    assert.equal((await again.call('PATCH', 'site/settings', { body: { values } })).status, 200);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    const refused = await again.call('POST', 'site/branding/logo', { file: { name: 'l.png', bytes: svg } });
    assert.deepEqual([refused.status, refused.json.error.message], [422, 'is an SVG: use a PNG of it']);
    const { json } = await again.call('POST', 'site/branding/logo', {
      file: { name: 'l.png', bytes: pngOf(120, 40) },
    });
    assert.equal(json.logo.mediaType, 'image/png');
    assert.equal(json.tones.isChanged.light, true);

    const page = await (await fetch(`${parlance.url}/acme/`)).text();
    assert.match(page, /Ac&lt;me&gt; &amp; &quot;Söhne&quot;/);
    assert.doesNotMatch(page, /Ac<me>/);
    assert.match(page, /href="https:\/\/help\.example\.com\/\?a=1&amp;b=2"/);
    const style = /href="(\/acme\/brand\.css\?v=ffe600)"/.exec(page)?.[1] ?? '';
    const css = await fetch(`${parlance.url}${style}`);
    assert.match(css.headers.get('Cache-Control') ?? '', /immutable/);
    assert.match(await css.text(), /--accent: light-dark\(#[0-9a-f]{6}, #ffe600\);/);
    const tag = css.headers.get('ETag') ?? '';
    const kept = await fetch(`${parlance.url}/acme/brand.css`, { headers: { 'If-None-Match': tag } });
    assert.equal(kept.status, 304);
    const logo = /src="(\/acme\/logo\/[0-9a-f]{32})"/.exec(page)?.[1] ?? '';
    const picture = await fetch(`${parlance.url}${logo}`);
    assert.equal(picture.headers.get('Content-Type'), 'image/png');
    assert.equal(picture.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal((await fetch(`${parlance.url}${logo.replace('/acme/', '/acme-w11/')}`)).status, 404);
  });

  test('previews a mail and saves its words, unless somebody was faster', async () => {
    const again = await ConsoleClient.as(parlance, 'second');
    const path = 'site/mail-texts/invitation/1';
    const first = (await again.get(path)).json;
    assert.equal(first.isOwn, false);
    const words = {
      subject: 'Hello: %Topic%',
      content: 'Dear guest,\n\n%Opening%\n\n%Details%',
      format: 'TEXT',
    };
    const shown = (await again.post(`${path}/preview`, { words })).json;
    assert.equal(shown.subject, 'Hello: Quarterly review');
    const saved = await again.call('PUT', path, { body: { words, changedAt: 0 } });
    assert.equal(saved.json.isOwn, true);
    assert.equal((await again.call('PUT', path, { body: { words, changedAt: 0 } })).status, 409);
    const slip = await again.post(`${path}/preview`, { words: { ...words, content: '%Detials%' } });
    assert.match(slip.json.error.message, /did you mean %Details%\?/);
    const query = { changedAt: String(saved.json.changedAt) };
    assert.equal((await again.call('DELETE', path, { query })).json.isOwn, false);
    assert.equal((await again.get('site/mail-texts/nothing/1')).status, 404);
  });

  test('tells how much space recordings take, and the place to owners alone', async () => {
    const ours = (await (await ConsoleClient.as(parlance, 'admin')).get('site/recording-space')).json;
    assert.equal(ours.quotaBytes, 20_000_000_000);
    assert.equal(ours.recordings, 0);
    assert.equal(typeof ours.place, 'string');
    const theirs = (await (await ConsoleClient.as(parlance, 'second')).get('site/recording-space')).json;
    assert.equal(theirs.place, undefined);
  });
});
