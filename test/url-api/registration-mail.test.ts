import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSmtp, type TestSmtp } from '../mail/smtp.ts';
import { forProtocol } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';
import { call, listPortal, meeting, told, visitorAs } from './portal.ts';

/** Strangers who make the site send mail to addresses of others, with words of their own. */

const ADVERTISEMENT = 'Win a prize at evil.example';
const REGISTRATION = '<attendeeOptions><registration>true</registration></attendeeOptions>';

forProtocol('Mail that strangers make the site send', (open) => {
  let smtp: TestSmtp;
  let site: TestSite;
  before(async () => {
    smtp = await startSmtp();
    site = await startSite(await open(), { settings: { smtpUrl: smtp.url } });
    await listPortal(site);
    await site.context.sites.change('acme', {
      settings: { throttling: { registrations: 10, registrationsOfSession: 25 } },
    });
  });
  after(async () => {
    await site.close();
    await smtp.close();
  });

  const register = async (key: string, EM: string) =>
    told(await call(await visitorAs(site), 'm.php', { AT: 'RM', MK: key, FN: ADVERTISEMENT, LN: 'Now', EM }));
  const mails = async () => {
    await site.context.mail.sender.drain();
    return smtp.take();
  };

  test('goes to so many addresses in an hour, from one address', async () => {
    const { key } = await meeting(site, 'hostid', REGISTRATION);
    await mails();
    const answers: string[] = [];
    for (let at = 0; at < 60; at++) answers.push(await register(key, `victim${at}@example.com`));
    assert.equal(answers.filter((answer) => answer === 'AT=RM&ST=SUCCESS').length, 10);
    assert.equal(answers.at(-1), 'AT=RM&ST=FAIL&RS=RateLimit');
    const victims = (await mails()).filter(({ to }) => to.startsWith('victim'));
    assert.equal(victims.length, 10);
    site.clock.advance({ minutes: 60 });
    assert.equal(await register(key, 'late@example.com'), 'AT=RM&ST=SUCCESS');
  });

  test('goes to one address three times, whoever else registers', async () => {
    const { key } = await meeting(site, 'hostid', REGISTRATION);
    site.clock.advance({ minutes: 60 });
    await mails();
    for (let at = 0; at < 5; at++) await register(key, 'Victim@example.com');
    assert.equal((await mails()).filter(({ to }) => /victim/i.test(to)).length, 3);
  });

  test('has nothing that they typed in a name or a subject', async () => {
    const { key } = await meeting(site, 'hostid', REGISTRATION);
    site.clock.advance({ minutes: 60 });
    await mails();
    await register(key, 'rita@example.com');
    const received = await mails();
    assert.deepEqual(received.map(({ to }) => to).sort(), ['hostid@acme.com', 'rita@example.com']);
    for (const { raw, mail } of received) {
      assert.doesNotMatch(raw.slice(0, raw.indexOf('\r\n\r\n')), /prize|evil/);
      assert.doesNotMatch(`${mail.subject} ${JSON.stringify(mail.to)} ${JSON.stringify(mail.from)}`, /prize/);
      for (const { content } of mail.attachments) assert.doesNotMatch(content.toString(), /prize/);
    }
  });
});
