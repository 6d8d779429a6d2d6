import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { htmlText, plainText } from '../../src/mail/mail-body.ts';
import { MAIL_KINDS, type Names, textsFor } from '../../src/mail/texts.ts';
import { whenText } from '../../src/mail/when-text.ts';
import { zoneOf } from '../../src/time/time-zones.ts';

const BLOCKS = [
  { kind: 'paragraph', text: 'Hello <b>' },
  { kind: 'rows', rows: [['Topic', '"><script>']] },
  { kind: 'link', label: 'Start', href: 'https://meet.example/a?b="c' },
  {
    kind: 'more',
    links: [
      { label: 'Edit', href: 'https://meet.example/edit' },
      { label: 'Cancel', href: 'https://meet.example/cancel' },
    ],
  },
] as const;

describe('A mail', () => {
  test('says the same as text and in its frame, with everything in it as text', () => {
    const text = plainText(BLOCKS);
    assert.match(text, /Edit\nhttps:\/\/meet\.example\/edit\n\nCancel\nhttps:\/\/meet\.example\/cancel\n$/);
    const html = htmlText(BLOCKS, { locale: 'de-DE', sender: '<Acme>', heading: 'A & B' });
    assert.match(html, /<html lang="de-DE">/);
    assert.match(html, /&lt;Acme&gt;[\s\S]*<h1[^>]*>A &amp; B<\/h1>/);
    assert.match(html, />Edit<\/a> &nbsp;·&nbsp; <a [^>]*>Cancel<\/a>/);
    assert.doesNotMatch(html, /<b>|<script>|b="c/);
  });

  test('has words of every kind in German, in sentences of their own', () => {
    const [english, german] = [textsFor('en'), textsFor('de')];
    for (const noun of Object.values(german.nouns)) {
      const names: Names = {
        topic: 'Thema',
        host: 'Holly Host',
        noun,
        registering: german.registering('MeetingCenter'),
        person: 'Ann',
        siteName: 'acme',
      };
      for (const kind of MAIL_KINDS) {
        const [subject, opening] = [german.subject[kind](names), german.opening[kind](names)];
        assert.notEqual(subject, english.subject[kind](names), kind);
        assert.notEqual(opening, english.opening[kind](names), kind);
        assert.doesNotMatch(`${subject} ${opening}`, /undefined|\b(the|your|this)\b/, kind);
      }
    }
  });

  test('tells the time in the words and on the clock of its reader', () => {
    const at = Date.UTC(2026, 2, 4, 15, 30);
    assert.equal(
      whenText(textsFor('de'), at, 60, zoneOf(25)),
      'Mittwoch, 4. März 2026, 16:30–17:30 Uhr, Berlin (Mitteleuropäische Normalzeit, GMT+01:00)',
    );
  });
});
