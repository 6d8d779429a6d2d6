import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageAsked } from '../../src/language.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

const ASKING = { 'Accept-Language': 'de-AT,de;q=0.9,en;q=0.8' };

forProtocol('The language of the pages', (open) => {
  const shared = sharedSite(open);

  async function signedIn(): Promise<Visitor> {
    const visitor = new Visitor(shared().url);
    const host = await shared().person();
    await visitor.post('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    return visitor;
  }

  const formOf = async (visitor: Visitor) => {
    await visitor.get('/acme/');
    return { FORM: visitor.cookies.get('form') ?? '' };
  };

  const spoken = ({ text }: { readonly text: string }) => /<html lang="(\w+)"/.exec(text)?.[1];

  test('is the one that the browser asks for, on every page', async () => {
    const visitor = new Visitor(shared().url);
    assert.equal(spoken(await visitor.get('/acme/')), 'en');
    visitor.from = ASKING;
    const { text } = await visitor.get('/acme/');
    assert.match(text, /<html lang="de"/);
    assert.match(text, /Willkommen zurück/);
    assert.match(text, /<link rel="modulepreload" href="\/assets\/sign-in-[^"]+" data-texts=""/);
    assert.equal(spoken(await visitor.get('/')), 'de');
    assert.equal(spoken(await visitor.get('/no-such-site/')), 'de');
    assert.equal(spoken(await visitor.get('/acme/password.php')), 'de');
  });

  test('is the one that somebody has chosen, before that', async () => {
    const visitor = new Visitor(shared().url);
    visitor.from = ASKING;
    const back = '/acme/forgot.php';
    const answer = await visitor.post('/acme/language.php', {
      ...(await formOf(visitor)),
      LANG: 'en',
      BACK: back,
    });
    assert.equal(answer.target?.pathname, back);
    assert.equal(spoken(await visitor.get(back)), 'en');
    await visitor.post('/acme/language.php', { ...(await formOf(visitor)), LANG: 'asked' });
    assert.equal(spoken(await visitor.get(back)), 'de');
  });

  test('goes with the account to other browsers, with the colours, and to its mails', async () => {
    const visitor = await signedIn();
    const form = await formOf(visitor);
    await visitor.post('/acme/language.php', { ...form, LANG: 'de', THEME: 'dark' });
    visitor.cookies.delete('language');
    visitor.cookies.delete('theme');
    const { text } = await visitor.get('/acme/');
    assert.match(text, /<html lang="de" data-theme="dark"/);
    assert.match(text, /<meta name="color-scheme" content="dark"/);
    assert.match(text, /Ihre Meetings/);
    await visitor.post('/acme/language.php', { ...form, THEME: 'system' });
    assert.doesNotMatch((await visitor.get('/acme/')).text, /data-theme/);
  });

  test('is changed by no other site, by no made-up word, and leads nowhere else', async () => {
    const visitor = await signedIn();
    assert.equal((await visitor.post('/acme/language.php', { LANG: 'de' })).status, 403);
    assert.equal((await visitor.get('/acme/language.php', { LANG: 'de' })).status, 403);
    const form = await formOf(visitor);
    assert.equal((await visitor.post('/acme/language.php', { ...form, LANG: '"><b>' })).status, 400);
    assert.equal(spoken(await visitor.get('/acme/')), 'en');
    for (const BACK of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      const { target } = await visitor.post('/acme/language.php', { ...form, THEME: 'light', BACK });
      assert.equal(target?.pathname, '/acme/', BACK);
      assert.equal(target?.host, new URL(shared().url).host);
    }
  });

  test('is read from what browsers send', () => {
    for (const [header, language] of [
      ['de', 'de'],
      ['en-GB,de;q=0.3', 'en'],
      ['fr,de;q=0.7,en;q=0.9', 'en'],
      ['de;q=0,en;q=0', undefined],
      ['*', undefined],
      ['de;q=x', undefined],
      ['', undefined],
      [undefined, undefined],
    ] as const) {
      assert.equal(languageAsked(header), language, header);
    }
  });
});
