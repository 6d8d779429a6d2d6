import assert from 'node:assert/strict';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openLinks } from '../../../src/links.ts';
import { systemRandom } from '../../../src/random.ts';
import { selfSignedCertificate } from '../../../src/sign-in/saml/certificate.ts';
import { openInstallationKey } from '../../../src/sign-in/saml/installation-key.ts';
import { settingsOfMetadata } from '../../../src/sign-in/saml/provider-metadata.ts';
import { readXml } from '../../../src/xml/reader.ts';
import { forProtocol } from '../../support/databases.ts';
import { elements, TestClock } from '../../support/site.ts';
import { ISSUER, keyPair, LOGIN_URL, LOGOUT_URL } from './identity-provider.ts';
import { openSamlHouse } from './saml-house.ts';

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

function providerMetadata(certificates: readonly string[], inside = ''): string {
  const keys = certificates.map(
    (certificate) =>
      '<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>' +
      `${new X509Certificate(certificate).raw.toString('base64')}</ds:X509Certificate></ds:X509Data>` +
      '</ds:KeyInfo></md:KeyDescriptor>',
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<md:EntityDescriptor' +
    ' xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"' +
    ` entityID="${ISSUER}"><md:IDPSSODescriptor>${keys.join('')}` +
    `<md:SingleLogoutService Binding="${REDIRECT}" Location="${LOGOUT_URL}"/>` +
    '<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>' +
    `<md:SingleSignOnService Binding="${POST}" Location="https://idp.example.com/post"/>` +
    `<md:SingleSignOnService Binding="${REDIRECT}" Location="${LOGIN_URL}"/>` +
    `${inside}</md:IDPSSODescriptor></md:EntityDescriptor>`
  );
}

describe("an identity provider's metadata", () => {
  const [one, two, three] = [keyPair().certificate, keyPair().certificate, keyPair().certificate];
  const read = (text: string) => settingsOfMetadata(Buffer.from(text));

  test('becomes settings of a site', () => {
    const { samlSSO } = read(providerMetadata([one, two]));
    assert.equal(samlSSO?.idpIssuer, ISSUER);
    assert.equal(samlSSO.idpLoginUrl, LOGIN_URL);
    assert.equal(samlSSO.idpLogoutUrl, LOGOUT_URL);
    assert.equal(samlSSO.nameIDFormat, 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent');
    assert.deepEqual(
      samlSSO.idpCertificates?.map((each) => new X509Certificate(Buffer.from(each, 'base64')).toString()),
      [one, two],
    );
  });

  test('may have comments: Shibboleth writes one into every file', () => {
    const plain = read(providerMetadata([one]));
    const commented = providerMetadata([one], '<!-- <md:NameIDFormat>x</md:NameIDFormat> -- not quite -->')
      .replace('\n', '\n<!--\n  This is example metadata only. Zoë\n-->\n')
      .replace(/(X509Certificate>M)/, '$1<!---->')
      .concat('<!-- > -->');
    assert.deepEqual(read(commented), plain);
  });

  test('is refused when it is not what it should be', () => {
    const whole = providerMetadata([one]);
    const broken = [
      `${whole}<!-- never ended`,
      `<!-- -->-->${whole}`,
      `${whole}${'<!--'.repeat(100_000)}`,
      whole.replace('<md:NameIDFormat>', '<md:NameIDFormat><![CDATA[<!-- ]]><!-- ]]> -->'),
      `<!DOCTYPE x>${whole}`,
      whole.slice(0, -1),
      `${whole}${' '.repeat(600 * 1024)}`,
      providerMetadata([]),
      providerMetadata([one, two, three]),
      whole.replaceAll('IDPSSODescriptor', 'SPSSODescriptor'),
      whole.replace(/entityID="[^"]+"/, ''),
      whole.replace(REDIRECT, POST).replace(REDIRECT, POST),
      whole.replace(LOGIN_URL, 'javascript:alert(1)'),
      whole.replace(/X509Certificate>M[^<]+/, 'X509Certificate>AAAA'),
    ];
    for (const text of broken) assert.throws(() => read(text), { name: 'RuleBroken' }, text.slice(0, 300));
  });

  test('is taken by the command line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parlance-test-'));
    try {
      const file = join(folder, 'metadata.xml');
      await writeFile(file, providerMetadata([one]));
      const { Command } = await import('commander');
      const { declareGroup } = await import('../../../src/command-line/command.ts');
      const { SITE_COMMANDS } = await import('../../../src/command-line/site.ts');
      const run = async (...words: string[]) => {
        const program = new Command();
        declareGroup(program, SITE_COMMANDS);
        await program.parseAsync(['node', 'parlance', 'site', ...words, '--data', folder]);
      };
      await run('add', 'acme', '--type', '2');
      await run('saml', 'acme', '--metadata', file);
      const { openDatabase } = await import('../../../src/database/database.ts');
      const { openSites } = await import('../../../src/sites/sites.ts');
      await using database = await openDatabase(`sqlite:${join(folder, 'parlance.db')}`);
      const { settings } = await openSites(database, new TestClock()).required('acme');
      assert.equal(settings.samlSSO.idpIssuer, ISSUER);
      await assert.rejects(run('saml', 'acme', '--metadata', join(folder, 'none')), { name: 'RuleBroken' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

forProtocol('the metadata of a site', (open) => {
  test('says what an identity provider must know', async () => {
    const { saml, site, set } = await openSamlHouse(await open());
    const { root } = readXml(Buffer.from(await saml.metadata(await site())));
    assert.equal(root.attributes.entityID, 'https://meet.example.com/acme');
    const [sp] = elements(root, 'SPSSODescriptor');
    assert.equal(sp?.attributes.AuthnRequestsSigned, 'false');
    assert.equal(sp?.attributes.WantAssertionsSigned, 'true');
    const [consumer] = elements(sp, 'AssertionConsumerService');
    assert.deepEqual(
      { ...consumer?.attributes },
      {
        Binding: POST,
        Location: openLinks(() => 'https://meet.example.com').samlAssertionConsumer({ siteName: 'acme' }),
        index: '0',
        isDefault: 'true',
      },
    );
    assert.deepEqual(
      elements(sp, 'SingleLogoutService').map(({ attributes }) => attributes.Binding),
      [REDIRECT, POST],
    );
    assert.equal(elements(sp, 'NameIDFormat').length, 5);
    const keys = elements(sp, 'KeyDescriptor');
    assert.deepEqual(
      keys.map(({ attributes }) => attributes.use),
      ['signing', 'encryption'],
    );
    await set({ signAuthnRequests: true, spIssuer: 'urn:a"b&c' });
    const changed = readXml(Buffer.from(await saml.metadata(await site()))).root;
    assert.equal(changed.attributes.entityID, 'urn:a"b&c');
    assert.equal(elements(changed, 'SPSSODescriptor')[0]?.attributes.AuthnRequestsSigned, 'true');
  });

  test("the installation's key is made once, and opens only under its secret", async () => {
    const database = await open();
    const clock = new TestClock();
    const node = (secret: string) => openInstallationKey(database, clock, systemRandom, Buffer.from(secret));
    const [one, two] = await Promise.all([node('secret').own(), node('secret').own()]);
    assert.equal(one?.privateKeyPem, two?.privateKeyPem);
    const certificate = new X509Certificate(Buffer.from(one?.certificate ?? '', 'base64'));
    assert.ok(one && certificate.checkPrivateKey(one.privateKey));
    await assert.rejects(node('another').own(), { name: 'KeySealedOtherwise' });
    const query = database.builder.selectFrom('installation_key').select('sealed').compile();
    const sealed = Buffer.from((await database.first(query))?.sealed ?? []);
    assert.ok(!sealed.includes(one.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(40, 80)));
  });
});

describe('a certificate of our own', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  for (const [name, serial] of [
    ['a serial number whose highest bit is set', 'ff01'],
    ['one that begins with zeros', '000001'],
  ] as const) {
    test(`is an X.509 certificate, with ${name}`, () => {
      const notBefore = Date.UTC(2049, 11, 31, 23, 59, 59);
      const notAfter = Date.UTC(2050, 0, 1);
      const certificate = new X509Certificate(
        selfSignedCertificate({
          privateKey,
          commonName: 'Zoë',
          serialNumber: Buffer.from(serial, 'hex'),
          notBefore,
          notAfter,
        }),
      );
      assert.equal(certificate.subject, 'CN=Zoë');
      assert.equal(certificate.serialNumber, serial.toUpperCase().replace(/^0000/, ''));
      assert.equal(Date.parse(certificate.validFrom), notBefore);
      assert.equal(Date.parse(certificate.validTo), notAfter);
      assert.ok(certificate.verify(certificate.publicKey));
      assert.ok(certificate.checkPrivateKey(privateKey));
    });
  }
});
