import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';
import { planned } from '../xml-api/event/planned.ts';

/** registrants.php: who has registered, what they answered, and what becomes of them. */

const FORM =
  '<enrollmentForm><customFields><textBox><label>Why?</label></textBox></customFields></enrollmentForm>';
const SCRIPT = '</script><script>alert(1)</script>';

forProtocol('The page of those who have registered', (open) => {
  const site = sharedSite(open);

  const event = () => planned(site(), { more: FORM });
  const enroll = (MK: string, fields: Record<string, string>) =>
    new Visitor(site().url).post('/acme/m.php', { AT: 'EN', MK, ASKED: '1', LN: 'Archer', ...fields });
  const shown = async (visitor: Visitor, MK: string) => {
    const visit = await visitor.get('/acme/registrants.php', { MK });
    const content = pageOf(visit)?.content;
    assert.ok(content?.page === 'registrants');
    return { ...content, text: visit.text };
  };
  const states = async (visitor: Visitor, MK: string) =>
    (await shown(visitor, MK)).people.map(({ email, state }) => `${email} ${state}`);

  test('shows when each registered and what they answered, as text', async () => {
    const key = await event();
    await enroll(key, { FN: SCRIPT, EM: 'eve@example.com', CY: SCRIPT, Q1: SCRIPT });
    const { people, text } = await shown(await visitorAs(site(), 'hostid'), key);
    assert.ok(!text.includes('<script>alert'));
    const [eve] = people;
    assert.match(eve?.registered ?? '', /\d{4}/);
    assert.deepEqual(eve?.answers, [
      { label: 'company', isField: true, value: SCRIPT },
      { label: 'Why?', value: SCRIPT },
    ]);
  });

  test('accepts all who wait at once, and nobody who was rejected', async () => {
    const key = await event();
    for (const name of ['ann', 'bob', 'cy']) await enroll(key, { FN: name, EM: `${name}@example.com` });
    const host = await visitorAs(site(), 'hostid');
    const [ann] = (await shown(host, key)).people;
    assert.ok(ann?.reject);
    await host.post('/acme/registrants.php', ann.reject.fields);
    const { acceptAll } = await shown(host, key);
    assert.ok(acceptAll);
    assert.equal((await host.post('/acme/registrants.php', { ...acceptAll.fields, FORM: 'x' })).status, 403);
    const other = await visitorAs(site(), 'guest');
    await other.get('/acme/forgot.php');
    const ownForm = { ...acceptAll.fields, FORM: other.cookies.get('form') ?? '' };
    assert.equal((await other.post('/acme/registrants.php', ownForm)).status, 404);
    const before = ['ann@example.com rejected', 'bob@example.com pending', 'cy@example.com pending'];
    assert.deepEqual(await states(host, key), before);

    assert.equal((await host.post('/acme/registrants.php', acceptAll.fields)).status, 302);
    assert.deepEqual(
      await states(host, key),
      before.map((line) => line.replace('pending', 'accepted')),
    );
    assert.equal((await shown(host, key)).acceptAll, undefined);
  });

  test('says on the page itself that no place is left', async () => {
    const key = await planned(site(), {
      more: '<extOptions><enrollmentNumber>1</enrollmentNumber></extOptions>',
    });
    const host = await visitorAs(site(), 'hostid');
    await enroll(key, { FN: 'Ann', EM: 'ann@example.com' });
    const [ann] = (await shown(host, key)).people;
    await host.post('/acme/registrants.php', ann?.reject?.fields ?? {});
    await enroll(key, { FN: 'Bob', EM: 'bob@example.com' });
    const full = await host.post('/acme/registrants.php', ann?.accept?.fields ?? {});
    assert.equal(full.status, 409);
    const content = pageOf(full)?.content;
    assert.ok(content?.page === 'registrants');
    assert.equal(content.problem, 'RegistrationFull');
    assert.deepEqual(await states(host, key), ['ann@example.com rejected', 'bob@example.com pending']);
  });

  describe('as a file', () => {
    test('has a column for each answer, and no formula', async () => {
      const key = await event();
      await enroll(key, { FN: '=HYPERLINK("x")', EM: 'ann@example.com', CY: 'Example, Ltd', Q1: '@SUM(A1)' });
      await enroll(key, { FN: 'Bob', EM: 'bob@example.com' });
      const host = await visitorAs(site(), 'hostid');
      const { download } = await shown(host, key);
      assert.ok(download);
      const { headers, text } = await host.get('/acme/registrants.php', { MK: key, AS: 'csv' });
      assert.match(String(headers['content-type']), /^text\/csv/);
      assert.match(String(headers['content-disposition']), /^attachment; filename="[^"]+\.csv"/);
      const [heads, ann, bob] = text.replace('\ufeff', '').split('\n');
      assert.equal(heads, 'Name,Email,State,Registered,Company,Why?');
      assert.match(
        ann ?? '',
        /^"'=HYPERLINK\(""x""\) Archer",ann@example\.com,Waiting,\S+Z,"Example, Ltd",'@SUM\(A1\)$/,
      );
      assert.match(bob ?? '', /^Bob Archer,bob@example\.com,Waiting,\S+Z,,$/);
    });

    test('is for those who manage the session', async () => {
      const key = await event();
      await enroll(key, { FN: 'Ann', EM: 'ann@example.com' });
      for (const as of [undefined, 'guest']) {
        const visitor = await visitorAs(site(), as);
        const { text, headers } = await visitor.get('/acme/registrants.php', { MK: key, AS: 'csv' });
        assert.doesNotMatch(String(headers['content-type']), /csv/);
        assert.doesNotMatch(text, /ann@example/);
      }
    });
  });
});
