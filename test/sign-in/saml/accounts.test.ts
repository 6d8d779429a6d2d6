import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SettingsChange } from '../../../src/sites/settings/change.ts';
import { forProtocol } from '../../support/databases.ts';
import { openSamlHouse } from './saml-house.ts';

const JANE = { uid: 'jane', firstname: 'Jane', lastname: 'Doe', email: 'jane@example.com' };

forProtocol('accounts of single sign-on', (open) => {
  const house = async (settings?: SettingsChange['samlSSO']) => openSamlHouse(await open(), settings);

  test('an account is made from the attributes', async () => {
    const { answer, accounts, site } = await house();
    const attributes = {
      ...JANE,
      Displayname: 'Jane',
      groupid: 'g1',
      employeeid: '42',
      OPhoneCountry: '1',
      OPhoneArea: '408',
      OPhoneLocal: '5550100',
      FPhoneLocal: '7',
      Address1: '1 Main Street',
      city: 'Springfield',
      state: 'CA',
      zipcode: '90210',
      country: 'US',
      TimeZone: '21',
      TC1: 'one',
      TC10: 'ten',
      RP: '0',
      LA: 'true',
      AB: '1',
      AS: '20',
      MT: '1,3; 9999',
      updateTimeStamp: '20130218065822.0Z',
    };
    await answer({ attributes });
    const account = await accounts.required(await site(), 'jane');
    const { profile } = await accounts.withProfile(account);
    assert.equal(account.email, 'jane@example.com');
    assert.equal(account.timeZoneID, 21);
    assert.equal(account.passwordHash, null);
    assert.equal(profile.phones.phone, '1,408,5550100,,,,');
    assert.equal(profile.phones.fax, ',,7,,,,');
    assert.deepEqual(profile.address, {
      addressType: 'PERSONAL',
      address1: '1 Main Street',
      city: 'Springfield',
      state: 'CA',
      zipCode: '90210',
      country: 'US',
    });
    assert.deepEqual(profile.tracking, { trackingCode1: 'one', trackingCode10: 'ten' });
    assert.deepEqual([profile.privileges.recordingEditor, profile.privileges.labAdmin], [false, true]);
    assert.equal(profile.privileges.siteAdmin, false);
    assert.equal(profile.myWebEx.myContact, true);
    assert.equal(profile.myWebEx.additionalRecordingStorage, 20);
    assert.deepEqual(profile.meetingTypes, [1, 3]);
    assert.equal(profile.ssoUpdatedAt, Date.UTC(2013, 1, 18, 6, 58, 22));
  });

  test('nobody is made where the switch is off, or when something is missing or taken', async () => {
    const { answer, set, accounts, site } = await house({ autoAccountCreation: false });
    await assert.rejects(answer({ attributes: JANE }), { number: 3 });
    await set({ autoAccountCreation: true });
    for (const missing of ['firstname', 'lastname', 'email']) {
      await assert.rejects(answer({ attributes: { ...JANE, [missing]: '' } }), { number: 31 });
    }
    await assert.rejects(answer({ attributes: { ...JANE, email: 'no address' } }), { number: 31 });
    await assert.rejects(answer({ attributes: { ...JANE, lastname: 'x'.repeat(65) } }), { number: 31 });
    assert.equal(await accounts.find(await site(), 'jane'), undefined);
    await answer({ attributes: JANE });
    await assert.rejects(answer({ attributes: { ...JANE, uid: 'other' } }), { number: 31 });
  });

  test('without a uid the NameID is the name; its domain is cut off where the site says so', async () => {
    const { answer, set, accounts, site } = await house();
    const { uid: _, ...attributes } = JANE;
    await answer({ nameID: 'john@corp.local', attributes });
    assert.ok(await accounts.find(await site(), 'john@corp.local'));
    await set({ removeUidDomain: true });
    await answer({ nameID: 'jim@corp.local', attributes: { ...attributes, email: 'jim@example.com' } });
    assert.ok(await accounts.find(await site(), 'jim'));
  });

  test('an e-mail address finds the account that has it', async () => {
    const { answer, accounts, site, saml } = await house({ autoAccountCreation: false });
    const current = await site();
    const names = { firstName: 'J', lastName: 'D', email: 'jane@example.com', passwordHash: null };
    await accounts.create(current, { webExId: 'jane', ...names });
    const { code, binding } = await answer({ uid: 'Jane@Example.com' });
    assert.equal((await saml.finishSignIn(current, code, binding)).account.webExId, 'jane');
  });

  test('a name of 33 to 64 letters is taken, as the XML API takes it', async () => {
    const { answer, accounts, site, refused, begin, post, idp } = await house();
    for (const length of [33, 64]) {
      const name = 'x'.repeat(length);
      await answer({
        attributes: {
          ...JANE,
          uid: `j${length}`,
          email: `j${length}@acme.com`,
          firstname: name,
          lastname: name,
        },
      });
      const { firstName, lastName } = await accounts.required(await site(), `j${length}`);
      assert.deepEqual([firstName, lastName], [name, name]);
    }
    for (const attribute of ['firstname', 'lastname']) {
      const { id } = await begin();
      const attributes = { ...JANE, [attribute]: 'x'.repeat(65) };
      await refused(31, () => post(idp.response({ attributes, inResponseTo: id })));
    }
  });

  test('an account is brought up to date by a newer stamp alone, in any of its forms', async () => {
    const { answer, set, accounts, site } = await house();
    const lastname = async () => (await accounts.required(await site(), 'jane')).lastName;
    await answer({ attributes: { ...JANE, updateTimeStamp: '20130218065822.0Z' } });
    const change = (lastname: string, updateTimeStamp?: string) =>
      answer({ attributes: { ...JANE, lastname, ...(updateTimeStamp && { updateTimeStamp }) } });
    await change('Off', '20140218065822.0Z');
    assert.equal(await lastname(), 'Doe', 'the switch is off');
    await set({ autoAccountUpdate: true });
    await change('Same', '2013-02-18T06:58:22Z');
    await change('None');
    assert.equal(await lastname(), 'Doe');
    await change('Utc', '2013-02-18T06:58:23Z');
    assert.equal(await lastname(), 'Utc');
    await change('Long', String(Date.UTC(2014, 0)));
    assert.equal(await lastname(), 'Long');
    await change('Ldif', '20150101000000.0Z');
    assert.equal(await lastname(), 'Ldif');
    await assert.rejects(change('Bad', 'yesterday'), { number: 32 });
    await assert.rejects(change('x'.repeat(65), '20160101000000.0Z'), { number: 32 });
    assert.equal(await lastname(), 'Ldif');
    await change('x'.repeat(64), '20160101000000.0Z');
    assert.equal(await lastname(), 'x'.repeat(64));
  });

  test('an account that may not be used: locked 16, expired 17, deactivated 18', async () => {
    const { answer, accounts, site, clock, saml } = await house();
    const waiting = await answer({ attributes: JANE });
    const current = await site();
    await accounts.change(current, 'jane', () => ({ locked: true }));
    await assert.rejects(answer({ attributes: JANE }), { number: 16 });
    await assert.rejects(saml.finishSignIn(current, waiting.code, waiting.binding), { number: 16 });
    await accounts.change(current, 'jane', () => ({ locked: false, expiresAt: clock.now() }));
    await assert.rejects(answer({ attributes: JANE }), { number: 17 });
    await accounts.change(current, 'jane', () => ({ expiresAt: null, active: 'DEACTIVATED' }));
    await assert.rejects(answer({ attributes: JANE }), { number: 18 });
    await accounts.change(current, 'jane', () => ({ active: 'ACTIVATED' }));
    await answer({ attributes: JANE });
  });

  test('somebody who comes twice at the same time is made once', async () => {
    const { answer, saml, site } = await house();
    const both = await Promise.all([answer({ attributes: JANE }), answer({ attributes: JANE })]);
    const ids = new Set<number>();
    for (const { code, binding } of both) {
      ids.add((await saml.finishSignIn(await site(), code, binding)).account.id);
    }
    assert.equal(ids.size, 1);
  });

  test('beyond the number of hosts nobody is made', async () => {
    const { answer, sites, refused, begin, post, idp } = await house();
    await sites.change('acme', { settings: { hostLimit: 1 } });
    await answer({ attributes: JANE });
    const { id } = await begin();
    await refused(31, () => post(idp.response({ uid: 'second', inResponseTo: id })));
  });
});
