import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AccountWithProfile } from '../../src/accounts/account.ts';
import { htmlText } from '../../src/mail/mail-body.ts';
import { mailLook } from '../../src/mail/mail-colours.ts';
import { LARGEST_MAIL_LOGO } from '../../src/mail/mail-logo.ts';
import { newDocument } from '../../src/sessions/scheduling.ts';
import { contrastOf } from '../../src/sites/brand/accent-tones.ts';
import type { Site } from '../../src/sites/site.ts';
import { forProtocol } from '../support/databases.ts';
import { pngOf, webpOf } from '../support/pictures.ts';
import { startSite, TestClock, type TestSite } from '../support/site.ts';
import { methodOf } from './parsed.ts';
import { type Received, startSmtp, type TestSmtp } from './smtp.ts';

/** What a site looks like in the mails that it sends. */

const LOGO = pngOf(320, 80);

test('Mail in any accent can be read on light ground and on dark', () => {
  const levels = ['00', '55', 'aa', 'ff'];
  for (const red of levels) {
    for (const green of levels) {
      for (const blue of levels) {
        const accent = `#${red}${green}${blue}`;
        const { light, dark } = mailLook(accent);
        for (const [name, look] of Object.entries({ light, dark })) {
          assert.ok(contrastOf(look.onAccent, look.accent) >= 4.5, `${accent}: button on ${name}`);
          assert.ok(contrastOf(look.link, look.card) >= 4.5, `${accent}: link on ${name}`);
          assert.ok(contrastOf(look.soft, look.ground) >= 4.5, `${accent}: sender on ${name}`);
        }
        const html = htmlText([{ kind: 'link', label: 'Join', href: 'https://meet.example/' }], {
          locale: 'en',
          accent,
        });
        assert.ok(html.includes(`background:${light.accent};color:${light.onAccent}`), accent);
        assert.ok(html.includes(`a.button{background:${dark.accent}!important;color:${dark.onAccent}`));
      }
    }
  }
});

forProtocol('mail of a site with a look of its own', (open) => {
  let smtp: TestSmtp;
  let parlance: TestSite;
  let host: AccountWithProfile;

  before(async () => {
    smtp = await startSmtp();
    const settings = { smtpUrl: smtp.url, mailFrom: 'messenger@meet.example.com' };
    parlance = await startSite(await open(), { settings, clock: new TestClock() });
    const { accounts, sites } = parlance.context;
    const site = await sites.required('acme');
    await sites.change('acme', {
      settings: { branding: { displayName: 'Acme & Söhne', accent: '#ffe600' } },
    });
    host = await accounts.withProfile(await accounts.required(site, 'hostid'));
  });
  after(async () => {
    await parlance.close();
    await smtp.close();
  });

  const siteNow = (): Promise<Site> => parlance.context.sites.required('acme');

  async function invite(): Promise<void> {
    const site = await siteNow();
    const usual = newDocument(site, host);
    await parlance.context.sessions.create(
      site,
      {
        host,
        creator: host,
        service: 'MeetingCenter',
        sessionType: 3,
        confName: 'Tea',
        startAt: Date.UTC(2026, 2, 5, 18),
        duration: 60,
        timeZoneID: 11,
        listStatus: 'PUBLIC',
        document: { ...usual, attendeeOptions: { ...usual.attendeeOptions, emailInvitations: true } },
      },
      [
        {
          name: 'Ada Byron',
          email: 'ada@example.com',
          role: 'ATTENDEE',
          joinStatus: 'INVITE',
          details: { type: 'VISITOR', languageID: 1 },
        },
      ],
    );
  }

  async function arrived(address: string): Promise<Received> {
    await parlance.context.mail.sender.drain();
    const mail = smtp.take().find(({ to }) => to === address);
    assert.ok(mail, `mail to ${address}`);
    return mail;
  }

  async function invitation(): Promise<Received> {
    await invite();
    return arrived('ada@example.com');
  }

  async function aboutAccount(): Promise<Received> {
    const site = await siteNow();
    const { database, mail } = parlance.context;
    await database.write((tx) => mail.notices.passwordReset(tx, site, host, 'a'.repeat(32)));
    return arrived(host.email);
  }

  /** The address of the picture that the HTML shows. */
  function pictureIn({ raw }: Received): string | undefined {
    return /Content-Type: image\/png[\s\S]*?Content-Id: <([^>]+)>/i.exec(raw)?.[1];
  }

  test('has its accent, made as dark as its words need, and its name', async () => {
    for (const received of [await invitation(), await aboutAccount()]) {
      const html = String(received.mail.html);
      const { light } = mailLook('#ffe600');
      assert.notEqual(light.accent, '#ffe600');
      assert.ok(html.includes(`background:${light.accent};color:#ffffff`));
      assert.match(html, /<p class="soft"[^>]*>Acme &amp; Söhne<\/p>/);
      assert.equal(received.mail.attachments.filter(({ related }) => related).length, 0);
    }
  });

  test('has its logo with it, beside the calendar file, and asks nobody for it', async () => {
    await parlance.context.logos.replace(await siteNow(), LOGO);
    for (const received of [await invitation(), await aboutAccount()]) {
      const cid = pictureIn(received);
      assert.ok(cid);
      // What mailparser shows has the picture in it already.
      const html = String(received.mail.html);
      assert.match(html, /<img src="data:image\/png;base64,[^"]+" width="128" height="32" alt=""/);
      assert.doesNotMatch(html, /<img[^>]*src="http/);
      const picture = received.mail.attachments.find(({ related }) => related);
      assert.equal(picture?.cid, cid);
      assert.equal(picture?.contentDisposition, 'inline');
      assert.ok(picture?.content.equals(LOGO));
      assert.match(received.raw, /multipart\/related/);
    }
    const { mail } = await invitation();
    const file = mail.attachments.find(({ contentType }) => contentType === 'application/ics');
    assert.equal(methodOf(String(file?.content)), 'REQUEST');
  });

  test('has the logo that the site has when it is sent, and none that is gone', async () => {
    const { logos } = parlance.context;
    const other = pngOf(64, 64);
    await invite();
    await logos.replace(await siteNow(), other);
    const received = await arrived('ada@example.com');
    assert.ok(received.mail.attachments.find(({ related }) => related)?.content.equals(other));
    await invite();
    await logos.replace(await siteNow(), undefined);
    const without = await arrived('ada@example.com');
    assert.doesNotMatch(String(without.mail.html), /<img|logo/);
    assert.equal(pictureIn(without), undefined);
  });

  test('leaves a logo to the pages that is large, or that old programs for mail cannot show', async () => {
    const { logos } = parlance.context;
    const large = Buffer.concat([LOGO, Buffer.alloc(LARGEST_MAIL_LOGO)]);
    for (const logo of [large, webpOf(320, 80)]) {
      await logos.replace(await siteNow(), logo);
      const { mail } = await invitation();
      assert.doesNotMatch(String(mail.html), /<img|<!--/);
      assert.equal(mail.attachments.filter(({ related }) => related).length, 0);
    }
  });

  test('shows the console the same, without a picture from elsewhere', async () => {
    const { logos, mail } = parlance.context;
    await logos.replace(await siteNow(), LOGO);
    await invitation();
    const site = await siteNow();
    const [kept] = (await mail.outbox.list(site)).mails;
    assert.ok(kept);
    assert.doesNotMatch(JSON.stringify(kept), /base64/, 'the outbox has no copy of it');
    const html = await mail.logos.shown(site, kept.message.html);
    assert.ok(html.includes(`src="data:image/png;base64,${LOGO.toString('base64')}"`));
  });
});
