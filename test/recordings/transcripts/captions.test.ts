import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TranscriptUnreadable } from '../../../src/recordings/transcripts/cue.ts';
import { readCaptions } from '../../../src/recordings/transcripts/read-captions.ts';
import { plainTextOf, vttOf } from '../../../src/recordings/transcripts/write-captions.ts';

/** Files of captions as people and programs write them, and as we do. */

const read = (text: string) => readCaptions(Buffer.from(text));

suite('WebVTT and SRT are read', () => {
  const two = [
    { start: 1_000, end: 2_500, text: 'Good morning.' },
    { start: 3_000, end: 4_000, text: 'Shall we\nbegin?' },
  ];
  for (const [name, text] of [
    [
      'plain',
      'WEBVTT\n\n00:01.000 --> 00:02.500\nGood morning.\n\n00:03.000 --> 00:04.000\nShall we\nbegin?\n',
    ],
    [
      'with all that says nothing',
      'WEBVTT - a title\nKind: captions\n\nNOTE\nnobody\nhears --> this\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n' +
        'first\n00:00:01.000 --> 00:00:02.500 align:start position:0%\n<i>Good</i> <c.red>morning</c>.\n\n' +
        '00:00:03.000 --> 00:00:04.000\nShall <00:00:03.500>we\nbegin?',
    ],
    [
      'without an empty line',
      'WEBVTT\n00:01.000-->00:02.500\nGood morning.\n00:03.000 --> 00:04.000\nShall we\nbegin?',
    ],
    [
      'SRT',
      '1\n00:00:01,000 --> 00:00:02,500\nGood morning.\n\n2\n00:00:03,000 --> 00:00:04,000\nShall we\nbegin?\n\n3\n',
    ],
    [
      'SRT of Windows',
      '\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<font color="#fff">Good morning.</font>\r\n2\r\n' +
        '0:00:03,0 --> 0:00:04\r\nShall we\r\n\r\nbegin?\r\n',
    ],
    [
      'in another order',
      '2\n00:00:03,000 --> 00:00:04,000\nShall we\nbegin?\n\n1\n00:00:01,000 --> 00:00:02,500\nGood morning.',
    ],
  ] as const) {
    test(name, () => assert.deepEqual(read(text).cues, two));
  }

  test('with names, in the language that they say', () => {
    const { cues, language } = read(
      'WEBVTT\nLanguage: de_ch\n\n1 "Ada &amp; Co" (7)\n00:01.000 --> 00:02.000\nHello\n\n' +
        '00:02.000 --> 00:03.000\n<v.loud Bob\t Smith>Yes.</v> <v Ada>No.',
    );
    assert.equal(language, 'de-CH');
    assert.deepEqual(
      cues.map(({ voice, text }) => [voice, text]),
      [
        ['Ada & Co', 'Hello'],
        ['Bob Smith', 'Yes.'],
        ['Ada', 'No.'],
      ],
    );
  });

  test('in whatever encoding', () => {
    const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\nGrüße – „Café“\r\n';
    const utf16 = Buffer.from(srt, 'utf16le');
    const windows = Buffer.from(srt.replace('–', '\x96').replace('„', '\x84').replace('“', '\x93'), 'latin1');
    for (const bytes of [
      Buffer.from(srt),
      Buffer.from(`\ufeff${srt}`),
      utf16,
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      Buffer.from(utf16).swap16(),
      windows,
    ]) {
      assert.equal(readCaptions(bytes).cues[0]?.text, 'Grüße – „Café“');
    }
  });

  test('what is no mark stays, and what hides is gone', () => {
    const { cues } = read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n1 < 2 &lt;b&gt; &#x1F600; a\u0007b <3 &unknown; <script>x()</script>',
    );
    assert.equal(cues[0]?.text, '1 < 2 <b> 😀 a b <3 &unknown; x()');
  });
});

suite('what cannot be read names its line and the rule', () => {
  const many = Array.from({ length: 20_001 }, () => '00:01.000 --> 00:02.000\na\n\n').join('');
  for (const [text, rule, line] of [
    ['', 'nothing', undefined],
    ['WEBVTT\n\nNOTE nobody', 'nothing', undefined],
    ['Minutes of the meeting\nfirst', 'notimes', 1],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nmore of it', 'notimes', 6],
    ['1\n00:00:01,000 --> 00:61:02,000\na', 'time', 2],
    ['1\n00:00:01,000 -->\na', 'time', 2],
    ['WEBVTT\n\n00:02.000 --> 00:01.000\na', 'backwards', 3],
    ['WEBVTT\n\n200:00:00.000 --> 200:00:01.000\na', 'late', 3],
    [`WEBVTT\n\n00:01.000 --> 00:02.000\n${'a'.repeat(5_001)}`, 'long', 3],
    [`WEBVTT\n\n${many}`, 'many', 60_003],
    ['a'.repeat(4 * 1024 * 1024 + 1), 'large', undefined],
  ] as const) {
    test(`${rule}: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.throws(
        () => read(text),
        (error) => error instanceof TranscriptUnreadable && error.rule === rule && error.line === line,
      );
    });
  }
});

suite('what is written', () => {
  test('is exact', () => {
    const cues = [
      { start: 0, end: 3_723_004, voice: 'A <b> & C', text: 'x --> y\n<v Z>' },
      { start: 5, end: 6, text: 'NOTE\nb' },
    ];
    assert.equal(
      vttOf({ cues, language: 'en' }),
      'WEBVTT\nLanguage: en\n\n1\n00:00:00.000 --> 01:02:03.004\n<v A &lt;b&gt; &amp; C>x --&gt; y\n&lt;v Z&gt;\n' +
        '\n2\n00:00:00.005 --> 00:00:00.006\nNOTE\nb\n',
    );
  });

  test('as text has each name once', () => {
    const cue = (voice: string | undefined, text: string) => ({ start: 0, end: 1, voice, text });
    const cues = [cue('Ada', 'One.'), cue('Ada', 'Two.'), cue('Bob', 'Three.'), cue(undefined, 'Four.')];
    assert.equal(plainTextOf(cues), 'Ada:\nOne.\nTwo.\n\nBob:\nThree.\n\nFour.\n');
  });

  test('is read as it was, whatever is said', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const hostile = fc.constantFrom(
      '<v X>',
      '-->',
      '&lt;',
      '\n\n',
      '00:01.000 --> 00:02.000',
      'NOTE',
      '\u2028',
      '7',
      '</v>',
    );
    const said = fc
      .array(fc.oneof(words, hostile), { minLength: 1, maxLength: 5 })
      .map((pieces) => pieces.join(' '));
    const cue = fc.record({
      start: fc.nat(9_000_000),
      long: fc.integer({ min: 1, max: 9_000 }),
      voice: said,
      text: said,
    });
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 5 }), (drawn) => {
        const file = drawn
          .map(({ start, long, voice, text }) => ({ start, end: start + long, voice, text }))
          .map((one) => vttOf({ cues: [one] }))
          .join('\n')
          .replaceAll('\nWEBVTT\n', '\n');
        let once: ReturnType<typeof read>;
        try {
          once = read(file);
        } catch (error) {
          // What is drawn may be nothing that can be seen, or empty lines: no file of ours has them.
          assert.ok(error instanceof TranscriptUnreadable);
          return;
        }
        assert.deepEqual(read(vttOf(once)), once);
      }),
      { numRuns: 300 },
    );
  });
});
