import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SettingsChange } from '../../../src/sites/settings/change.ts';
import { forProtocol } from '../../support/databases.ts';
import { base64, keyPair, type Said, type Signing } from './identity-provider.ts';
import { openSamlHouse } from './saml-house.ts';

const JANE = { uid: 'jane', firstname: 'Jane', lastname: 'Doe', email: 'jane@example.com' };

forProtocol('a sign-in by SAML that an administrator tries', (open) => {
  async function house(settings?: SettingsChange['samlSSO']) {
    const found = await openSamlHouse(await open(), settings);
    const site = await found.site();
    const make = (webExId: string) =>
      found.accounts.create(site, {
        webExId,
        email: `${webExId}@example.com`,
        firstName: 'Ada',
        lastName: 'Byron',
        passwordHash: null,
        profile: {},
      });
    const admin = await make('admin');
    /** Begins a test, has it answered, and tells what came of it. */
    async function tried(said?: Said, signing?: Signing) {
      const { id } = await found.beginTest(admin);
      assert.deepEqual(await found.postTest(found.idp.response({ inResponseTo: id, ...said }, signing)), {
        home: 'acme',
      });
      const { state, result } = (await found.newestTest(admin)) ?? {};
      assert.equal(state, 'ended');
      assert.ok(result);
      const broken = result.steps.filter((step) => step.state === 'bad').map((step) => step.id);
      return { ...result, broken };
    }
    return { ...found, admin, make, tried };
  }

  const count = async ({ accounts, site }: Awaited<ReturnType<typeof house>>, webExID: string) =>
    (await accounts.find(await site(), webExID)) === undefined ? 0 : 1;

  test('is explained step by step, and signs nobody in', async () => {
    const saml = await house();
    const found = await saml.tried({ attributes: { ...JANE, uid: 'admin' } });
    assert.deepEqual(found.broken, []);
    assert.deepEqual(
      found.steps.map(({ id, state }) => `${id} ${state}`),
      ['message', 'addressee', 'signature', 'issuer', 'subject', 'recipient', 'conditions', 'statement']
        .concat(['request', 'person', 'account'])
        .map((id) => `${id} good`),
    );
    assert.deepEqual(found.account, { webExID: 'admin', outcome: 'found' });
    assert.equal(found.failure, undefined);
    assert.deepEqual(found.attributes.find(({ name }) => name === 'email')?.values, ['jane@example.com']);
  });

  test('makes no account, and tells that a real one would', async () => {
    const saml = await house();
    assert.deepEqual((await saml.tried({ attributes: JANE })).account, { webExID: 'jane', outcome: 'made' });
    assert.equal(await count(saml, 'jane'), 0);
    const taken = await saml.tried({ attributes: { ...JANE, email: 'admin@example.com' } });
    assert.deepEqual([taken.broken, taken.failure?.number], [['account'], 31]);
  });

  test('changes no account, and tells that a real one would', async () => {
    const saml = await house({ autoAccountUpdate: true });
    const attributes = { ...JANE, uid: 'admin', updateTimeStamp: '20130218065822.0Z' };
    assert.deepEqual((await saml.tried({ attributes })).account, { webExID: 'admin', outcome: 'changed' });
    assert.equal((await saml.accounts.required(await saml.site(), 'admin')).firstName, 'Ada');
  });

  test('tells the step that broke, and why', async () => {
    const saml = await house({ autoAccountCreation: false, nameIDFormat: '' });
    const stranger = keyPair();
    const cases: readonly [step: string, number: number, said: Said, signing?: Signing][] = [
      ['message', 29, { status: 'Requester' }],
      ['addressee', 14, { destination: 'https://elsewhere.example.com/' }],
      ['addressee', 24, { issuer: 'https://another.example.com' }],
      ['signature', 23, {}, { key: stranger, response: true }],
      ['signature', 8, {}, { key: stranger, response: true, named: true }],
      ['issuer', 24, { assertionIssuer: 'https://another.example.com' }],
      ['recipient', 14, { recipient: 'https://elsewhere.example.com/' }],
      ['conditions', 13, { audience: 'https://another.example.com' }],
      ['account', 3, { attributes: JANE }],
    ];
    for (const [step, number, said, signing] of cases) {
      const { broken, failure } = await saml.tried(said, signing);
      assert.deepEqual([broken, failure?.number], [[step], number], failure?.detail);
      assert.ok(failure?.detail);
    }
  });

  test('is tried before the site signs people in by it', async () => {
    const saml = await house();
    await saml.sites.change('acme', { type: 5 });
    assert.equal((await saml.tried({ attributes: { ...JANE, uid: 'admin' } })).failure, undefined);
    await saml.refused(7, async () => saml.post(saml.idp.response()));
  });

  test('is taken at the provider’s address, where the site makes no requests', async () => {
    const saml = await house({ profile: 'IdP' });
    const { url } = await saml.beginTest(saml.admin);
    const target = new URL(url).searchParams.get('TARGET') ?? '';
    assert.ok(await saml.postTest(saml.idp.response({ attributes: { ...JANE, uid: 'admin' } }), target));
    assert.equal((await saml.newestTest(saml.admin))?.result?.account?.webExID, 'admin');
  });

  test('is answered once, and its answer signs nobody in afterwards', async () => {
    const saml = await house();
    const { id } = await saml.beginTest(saml.admin);
    const answer = saml.idp.response({ inResponseTo: id, attributes: JANE });
    await saml.postTest(answer);
    await saml.refused(28, () => saml.postTest(answer));
    await saml.refused(28, () => saml.post(answer));
    const unasked = await house({ profile: 'IdP' });
    const target = new URL((await unasked.beginTest(unasked.admin)).url).searchParams.get('TARGET') ?? '';
    const offered = unasked.idp.response({ attributes: { ...JANE, uid: 'admin' } });
    await unasked.postTest(offered, target);
    await unasked.refused(13, () => unasked.post(offered));
  });

  test('ends after ten minutes', async () => {
    const saml = await house();
    const { id } = await saml.beginTest(saml.admin);
    saml.clock.advance({ minutes: 10 });
    await saml.refused(28, () => saml.postTest(saml.idp.response({ inResponseTo: id })));
    assert.equal((await saml.newestTest(saml.admin))?.state, 'late');
  });

  test('is nobody else’s: another account, another site and a real sign-in have none of it', async () => {
    const saml = await house();
    const other = await saml.make('other');
    const { id } = await saml.beginTest(saml.admin);
    const answer = saml.idp.response({ inResponseTo: id, attributes: JANE });
    await saml.sites.create({
      siteID: 2,
      siteName: 'beta',
      type: 2,
      settings: { samlSSO: (await saml.site()).settings.samlSSO },
    });
    const beta = await saml.sites.required('beta');
    assert.equal(await saml.saml.takeTest(beta, { SAMLResponse: base64(answer) }), undefined);
    // The answer to a real request is no test.
    const real = await saml.begin();
    assert.equal(await saml.postTest(saml.idp.response({ inResponseTo: real.id })), undefined);
    await saml.postTest(answer);
    assert.equal((await saml.newestTest(saml.admin))?.state, 'ended');
    assert.equal(await saml.newestTest(other), undefined);
  });

  test('a forged answer is told as what it is, and takes the test with it', async () => {
    const saml = await house();
    const { broken, failure } = await saml.tried({ attributes: JANE }, { assertion: false, response: false });
    assert.deepEqual([broken, failure?.number], [['message'], 20]);
    // What is signed names another request than the one around it.
    const { id } = await saml.beginTest(saml.admin);
    const elsewhere = await saml.begin();
    const swapped = saml.idp
      .response({ inResponseTo: elsewhere.id, attributes: JANE }, { assertion: true, response: false })
      .replace(`InResponseTo="${elsewhere.id}"`, `InResponseTo="${id}"`);
    await saml.postTest(swapped);
    assert.equal((await saml.newestTest(saml.admin))?.result?.failure?.number, 28);
  });
});
