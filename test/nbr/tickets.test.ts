import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { call, envelope, meetingTicket, post, replyOf, SITE_ID, siteIdOf, storageTicket } from './soap.ts';

const ADMIN = { siteId: SITE_ID, username: 'admin', password: PASSWORD };

forProtocol('Tickets of the NBR services', (open) => {
  const shared = sharedSite(open);
  const byQuery = async (query: string, service = 'nbrXmlService') =>
    replyOf(await fetch(`${shared().url}/nbr/services/${service}?${query}`));

  test('are given to an administrator by POST, in the forms that clients write', async () => {
    const { siteId, username, password } = ADMIN;
    const forms: [string, string][] = [
      ['/nbr/services/NBRStorageService', envelope('getStorageAccessTicket', ADMIN)],
      ['/nbr/services/nbrstorageservice', envelope('getStorageAccessTicket', ADMIN)],
      ['/NBR/Services/NBRSTORAGESERVICE/', envelope('GetStorageAccessTicket', ADMIN)],
      ['/nbr/services/', envelope('getStorageAccessTicket', ADMIN)],
      ['/nbr/services', envelope('getStorageAccessTicket', ADMIN)],
      [
        '/nbr/services/',
        envelope('getStorageAccessTicket', { password, siteID: ` ${siteId}\n`, userName: username }),
      ],
      ['/nbr/services/', envelope('getStorageAccessTicket', { in0: siteId, in1: username, in2: password })],
      [
        '/nbr/services/NBRStorageService',
        `<e:Envelope><e:Header/><e:Body><NBRStorageService:getStorageAccessTicket xmlns:NBRStorageService="NBRStorageService">
          <siteId xsi:type="xsd:long">${siteId}</siteId ><username>${username}</username><password >${password}</password>
        </NBRStorageService:getStorageAccessTicket></e:Body></e:Envelope>`,
      ],
      [
        '/nbr/services/NBRStorageService',
        `<e:Envelope><e:Body><getStorageAccessTicket><siteId href="#id0"/><username>admin</username>
          <password>${password}</password></getStorageAccessTicket>
          <multiRef id="id0" xsi:type="xsd:long">${siteId}</multiRef></e:Body></e:Envelope>`,
      ],
    ];
    for (const [path, body] of forms) {
      for (const SOAPAction of ['""', "''", '" "', '', 'http://x/getStorageAccessTicket']) {
        const reply = await post(shared(), body, path, { 'Content-Type': 'application/xml', SOAPAction });
        assert.match(reply.returned.text, /^N[\w-]{60,}$/);
        assert.match(reply.contentType, /^text\/xml/);
      }
    }
  });

  test('are given by GET, also where the service is spelled otherwise', async () => {
    for (const service of ['nbrXmlService', 'nbrXMLService', '']) {
      const query = new URLSearchParams({ method: 'getMeetingTicket', ...asText(ADMIN), service: 'MC' });
      const reply = await byQuery(query.toString(), service);
      assert.match(reply.returned.text, /^N[\w-]{60,}$/);
      assert.equal(reply.content.name, 'getMeetingTicketResponse');
    }
  });

  test('for meetings are of a service', async () => {
    for (const service of ['MC', 'TC', 'EC', 'SC', 'SaC', 'sac']) {
      assert.match(await meetingTicket(shared(), service), /^N/);
    }
    const reply = await call(shared(), 'getMeetingTicket', { ...ADMIN, service: 'XC' });
    assert.equal(reply.faultstring, 'service: is none of MC, TC, EC, SC and SaC');
  });

  test('begin with no code of a refusal', async () => {
    for (let at = 0; at < 50; at += 1) assert.doesNotMatch(await storageTicket(shared()), /^AS/);
  });

  const refused: readonly [string, string, object][] = [
    ['a wrong password', 'AS0001', { password: 'wrong' }],
    ['a wrong name', 'AS0001', { username: 'nobody' }],
    ['an unknown site', 'AS0001', { siteId: 12345 }],
    [
      'the administrator of another site',
      'AS0001',
      { siteId: siteIdOf('acme-ci'), username: 'no-admin-there' },
    ],
    ['a host', 'AS0003', { username: 'hostid' }],
    ['somebody without meetings', 'AS0003', { username: 'guest' }],
  ];
  for (const [who, code, other] of refused) {
    test(`are refused to ${who}: by a fault, and for meetings by a code`, async () => {
      const given = { ...ADMIN, ...other };
      const fault = await call(shared(), 'getStorageAccessTicket', given);
      assert.match(fault.faultstring, new RegExp(`^${code}: `));
      assert.doesNotMatch(fault.faultstring, /acme|nobody|hostid/);
      const reply = await call(shared(), 'getMeetingTicket', { ...given, service: 'MC' });
      assert.equal(reply.returned.text, code);
    });
  }

  test('are no way around the lockout of an account', async () => {
    const site = shared();
    const { webExID } = await site.person({ privileges: { siteAdmin: true } });
    const acme = await site.context.sites.required('acme');
    for (let tries = 0; tries < acme.settings.lockoutTries; tries += 1) {
      const query = { method: 'getMeetingTicket', siteId: String(SITE_ID), username: webExID, service: 'MC' };
      const reply = await byQuery(new URLSearchParams({ ...query, password: `wrong${tries}` }).toString());
      assert.equal(reply.returned.text, 'AS0001');
    }
    const reply = await call(site, 'getStorageAccessTicket', { ...ADMIN, username: webExID });
    assert.match(reply.faultstring, /^AS0004: /);
  });

  test('tell nothing of a call in the log but site, caller and operation', async () => {
    const site = shared();
    await call(site, 'getStorageAccessTicket', { ...ADMIN, password: 'a-wrong-secret' });
    const ticket = await storageTicket(site);
    const lines = site.log.filter((line) => line.includes('"NBR call"'));
    assert.ok(lines.some((line) => line.includes('getStorageAccessTicket')));
    for (const line of site.log) {
      assert.ok(!line.includes('a-wrong-secret') && !line.includes(ticket) && !line.includes(PASSWORD), line);
    }
  });
});

function asText(given: object): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}
