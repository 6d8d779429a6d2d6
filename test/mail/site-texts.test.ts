import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { previewOf } from '../../src/mail/mail-preview.ts';
import { type SiteWords, USUAL_WORDS } from '../../src/mail/site-words.ts';
import { checkSiteWords, placeholdersOf } from '../../src/mail/site-words-rules.ts';
import { MAIL_KINDS, type MailKind } from '../../src/mail/texts.ts';
import { StaleVersion } from '../../src/refusal.ts';
import { forProtocol } from '../support/databases.ts';
import { startSite } from '../support/site.ts';

const words = (content: string, subject = '', format: SiteWords['format'] = 'TEXT'): SiteWords => ({
  subject,
  content,
  format,
});

describe('The words of a site for its mail', () => {
  test('name what stands in such a mail, and a slip is told with what was meant', () => {
    const refused = (kind: MailKind, given: SiteWords) => {
      try {
        checkSiteWords(kind, given);
      } catch (error) {
        return String(error);
      }
      return 'taken';
    };
    assert.equal(refused('invitation', words('Come: %Meeting Info URL%', 'At last: %topic%')), 'taken');
    assert.match(refused('invitation', words('%MeetingNumbr%')), /did you mean %MeetingNumber%\?/);
    assert.match(refused('invitation', words('', '%Details%')), /cannot stand in the subject/);
    assert.match(refused('cancelled', words('%MeetingPassword%')), /tells the way in/);
    assert.match(refused('passwordReset', words('Hello %PersonName%')), /must have %Link%/);
    assert.match(refused('welcome', words('%Topic%')), /is no placeholder of this mail/);
    assert.match(refused('invitation', words('', 'a\nb')), /must be one line/);
    assert.match(refused('invitation', words('x'.repeat(20_001))), /at most 20000 characters/);
  });
});

forProtocol('Mail in a site’s own words', (open) => {
  test('is sent so, in the language of whoever gets it, until the words are taken back', async () => {
    await using parlance = await startSite(await open());
    const { context } = parlance;
    const { siteTexts, notices, outbox } = context.mail;
    const acme = () => context.sites.required('acme');
    const host = async () =>
      context.accounts.withProfile(await context.accounts.required(await acme(), 'hostid'));
    const reset = async () => {
      const [site, account] = [await acme(), await host()];
      await context.database.write((tx) => notices.passwordReset(tx, site, account, 'token'));
      const { mails } = await outbox.list(site, { most: 1 });
      return mails[0]?.message;
    };
    const usual = await reset();
    const first = await siteTexts.replace(
      await acme(),
      { kind: 'passwordReset', languageID: 1, changedAt: 0 },
      words('Dear %PersonName%,\n\n%Opening%\n\n%Link%\n\n<b>IT</b> & friends', 'Your password, %UserName%'),
    );
    assert.ok(first);
    const own = await reset();
    assert.equal(own?.subject, 'Your password, hostid');
    assert.match(own?.text ?? '', /^Dear Holly Host,\n\nHello/);
    assert.match(own?.text ?? '', /<b>IT<\/b> & friends\n$/);
    assert.match(own?.html ?? '', /<p>&lt;b&gt;IT&lt;\/b&gt; &amp; friends<\/p>/);
    assert.doesNotMatch(
      `${own?.subject} ${own?.text} ${own?.html}`,
      /%[A-Za-z ]+%/,
      'every placeholder is filled',
    );
    // The way on is the same as before.
    assert.ok(own?.html.includes((usual?.html.match(/<p><a href[\s\S]*?<\/p>/) ?? ['none'])[0]));

    // French people are written to in English, as long as nobody has written French words.
    await parlance.call('user.SetUser', '<webExId>hostid</webExId><languageID>7</languageID>');
    assert.equal((await reset())?.subject, 'Your password, hostid');
    await siteTexts.replace(
      await acme(),
      { kind: 'passwordReset', languageID: 7, changedAt: 0 },
      words('%Link%', 'Votre mot de passe'),
    );
    assert.equal((await reset())?.subject, 'Votre mot de passe');

    const late = { kind: 'passwordReset', languageID: 1, changedAt: 0 } as const;
    await assert.rejects(siteTexts.replace(await acme(), late, words('%Link%')), StaleVersion);
    await siteTexts.replace(await acme(), { ...late, changedAt: first.changedAt }, undefined);
    assert.deepEqual(
      (await siteTexts.of(await acme())).map(({ languageID }) => languageID),
      [7],
    );
    assert.deepEqual(await siteTexts.of(await context.sites.required('acme-ci')), []);
  });

  test('reads in a preview as it will, and the usual words say what the usual mail says', async () => {
    await using parlance = await startSite(await open());
    const { context } = parlance;
    await context.sites.change('acme', { settings: { branding: { displayName: 'Acme <Works>' } } });
    const site = await context.sites.required('acme');
    const reader = await context.accounts.withProfile(await context.accounts.required(site, 'admin'));
    const now = context.clock.now();
    for (const kind of MAIL_KINDS) {
      const preview = (own: SiteWords | undefined) =>
        previewOf({ site, reader, kind, languageID: 1, words: own, now }, context.links);
      const usual = preview(undefined);
      assert.notEqual(usual.subject, '', kind);
      const same = preview(USUAL_WORDS);
      assert.equal(same.text, usual.text, kind);
      assert.equal(same.html, usual.html, kind);
      assert.equal(same.subject, usual.subject, kind);
      const all = Object.keys(placeholdersOf(kind)).map((name) => `[%${name}%]`);
      for (const format of ['TEXT', 'HTML'] as const) {
        const filled = preview(words(all.join(' '), '', format));
        assert.doesNotMatch(filled.text, /%[A-Z]/, kind);
        assert.doesNotMatch(filled.html.replace(/style="[^"]*"/g, ''), /%[A-Z]/, kind);
        assert.doesNotMatch(filled.html, /<Works>/, kind);
      }
    }
    const html =
      '<p onclick="x()">Hi <script>alert(1)</script><a href="%SiteURL%">here</a></p><p>%Details%</p>';
    const rich = previewOf(
      { site, reader, kind: 'invitation', languageID: 1, words: words(html, '', 'HTML'), now },
      context.links,
    );
    assert.doesNotMatch(rich.html, /script|onclick/);
    assert.match(rich.html, /<a href="http[^"]*\/acme\/">here<\/a>/);
    assert.match(rich.text, /Quarterly review/);
  });
});
