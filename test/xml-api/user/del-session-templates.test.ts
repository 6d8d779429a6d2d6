import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { HOST, sharedSite } from '../../support/site.ts';

const one = (name: string, serviceType = 'MeetingCenter') =>
  `<sessionTemplate><name>${name}</name><serviceType>${serviceType}</serviceType></sessionTemplate>`;

forProtocol('DelSessionTemplates', (open) => {
  const site = sharedSite(open);

  async function withTemplates(...names: string[]) {
    const { sites, accounts, sessionTemplates } = site().context;
    const person = await site().person();
    const acme = await sites.required('acme');
    const account = await accounts.required(acme, person.webExID);
    for (const name of names) {
      await sessionTemplates.save(acme, account, { name, serviceType: 'MeetingCenter' }, {});
    }
    const left = async () => (await sessionTemplates.of(account)).map(({ name }) => name);
    return { person, left };
  }

  test("deletes the caller's own, in any case of the letters", async () => {
    const { person, left } = await withTemplates('Weekly', 'Daily', 'Board');
    await site().ok('user.DelSessionTemplates', one('WEEKLY') + one('Daily'), person);
    assert.deepEqual(await left(), ['Board']);
  });

  test('deletes all or none', async () => {
    const { person, left } = await withTemplates('Weekly');
    await site().refused('030908', 'user.DelSessionTemplates', one('Weekly') + one('Yearly'), person);
    await site().refused('030908', 'user.DelSessionTemplates', one('Weekly', 'TrainingCenter'), person);
    assert.deepEqual(await left(), ['Weekly']);
  });

  test("does not reach another's", async () => {
    const { left } = await withTemplates('Mine');
    await site().refused('030908', 'user.DelSessionTemplates', one('Mine'), HOST);
    await site().refused('030908', 'user.DelSessionTemplates', one('Mine'));
    assert.deepEqual(await left(), ['Mine']);
  });

  test("deletes the site's for an administrator alone", async () => {
    const { sites, sessionTemplates } = site().context;
    const acme = await sites.required('acme');
    await sessionTemplates.save(acme, undefined, { name: 'House', serviceType: 'MeetingCenter' }, {});
    const house = `${one('House')}<templateType>Site</templateType>`;
    await site().refused('000001', 'user.DelSessionTemplates', house, HOST);
    await site().refused('030908', 'user.DelSessionTemplates', one('House'), HOST);
    await site().ok('user.DelSessionTemplates', house);
    await site().refused('030908', 'user.DelSessionTemplates', house);
  });

  test('needs one, with its name and its service', async () => {
    await site().refused('000901', 'user.DelSessionTemplates');
    const answer = await site().refused(
      '000901',
      'user.DelSessionTemplates',
      '<sessionTemplate><name>x</name></sessionTemplate>',
    );
    assert.equal(answer.reason, 'A required element is missing: sessionTemplate/serviceType: is required');
    await site().refused('000906', 'user.DelSessionTemplates', one('x', 'GolfCenter'));
  });
});
