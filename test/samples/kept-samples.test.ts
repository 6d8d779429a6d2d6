import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  KeptSampleNotFound,
  type KeptSamples,
  LONGEST_KEPT_SAMPLE,
  MOST_KEPT_SAMPLES,
  TooManyKeptSamples,
} from '../../src/samples/kept-samples.ts';
import type { Site } from '../../src/sites/site.ts';
import { forEachDatabase } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';

forEachDatabase('samples that are kept', (open) => {
  const shared = sharedSite(open);
  let samples: KeptSamples;
  let acme: Site;
  let basic: Site;
  before(async () => {
    const { context } = shared();
    samples = context.keptSamples;
    acme = await context.sites.required('acme');
    basic = await context.sites.required('acme-basic');
  });

  const sample = (name: string, message = '<m/>') => ({
    name,
    message,
    operation: 'user.GetUser',
    by: 'admin',
  });

  test('come in the order of their names, and one of the same name is replaced', async () => {
    await samples.save(acme, sample('Zoe'));
    const id = await samples.save(acme, sample('  a user '));
    assert.equal(await samples.save(acme, { ...sample('A USER', '<n/>'), by: 'other' }), id);
    assert.deepEqual(
      (await samples.of(acme)).map(({ name, savedBy }) => [name, savedBy]),
      [
        ['A USER', 'other'],
        ['Zoe', 'admin'],
      ],
    );
    assert.equal((await samples.one(acme, id)).message, '<n/>');
  });

  test('are told to no other site', async () => {
    const id = await samples.save(acme, sample('of acme'));
    assert.deepEqual(await samples.of(basic), []);
    await assert.rejects(samples.one(basic, id), KeptSampleNotFound);
    await assert.rejects(samples.remove(basic, id), KeptSampleNotFound);
    await samples.remove(acme, id);
    await assert.rejects(samples.one(acme, id), KeptSampleNotFound);
    await assert.rejects(samples.remove(acme, id), KeptSampleNotFound);
  });

  test('hold no credentials', async () => {
    const id = await samples.save(
      acme,
      sample(
        'secrets',
        '<m><s:securityContext><webExID>admin</webExID><password x="1"><![CDATA[Geheim]]></password><sessionTicket>Geheim</sessionTicket></s:securityContext><password>of a new account</password></m>',
      ),
    );
    assert.equal(
      (await samples.one(acme, id)).message,
      '<m><s:securityContext><webExID>admin</webExID><password x="1"></password><sessionTicket></sessionTicket></s:securityContext><password>of a new account</password></m>',
    );
    const broken = await samples.save(acme, sample('broken', '<securityContext><password>Geheim</password>'));
    assert.equal((await samples.one(acme, broken)).message, '<securityContext><password></password>');
  });

  test('have a name, and are no larger than may be', async () => {
    for (const [name, message] of [
      ['  ', ''],
      ['x'.repeat(129), ''],
      ['large', 'é'.repeat(LONGEST_KEPT_SAMPLE / 2 + 1)],
      ['zero', 'a\0b'],
    ] as const) {
      await assert.rejects(samples.save(basic, sample(name, message)), { name: 'RuleBroken' });
    }
    assert.deepEqual(await samples.of(basic), []);
  });

  test('are bounded in number', async () => {
    const { context } = shared();
    const full = await context.sites.required('acme-w11');
    await Promise.all(
      Array.from({ length: MOST_KEPT_SAMPLES }, (_, at) => samples.save(full, sample(`s${at}`))),
    );
    await assert.rejects(samples.save(full, sample('one more')), TooManyKeptSamples);
    await samples.save(full, sample('s7', '<changed/>'));
  });
});
