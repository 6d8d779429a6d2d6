import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeText, NotReadable } from '../../src/xml/charset.ts';

function decode(bytes: Uint8Array, contentType?: string): { text: string; notes: string[] } {
  const notes: string[] = [];
  return { text: decodeText(bytes, (note) => notes.push(note), contentType), notes };
}

function utf16(text: string, big: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

function refusedFor(reason: RegExp) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof NotReadable);
    assert.equal(error.rule, 'encoding');
    assert.match(error.message, reason);
    return true;
  };
}

const SNOWMAN = '<a>&lt;ü☃😀</a>';

test('without a declaration the text is UTF-8', () => {
  assert.deepEqual(decode(Buffer.from(SNOWMAN)), { text: SNOWMAN, notes: [] });
});

test('a plain Uint8Array that is a window on a larger buffer is read as what the window shows', () => {
  const bytes = new Uint8Array(Buffer.from(`xx${SNOWMAN}yy`)).subarray(2, -2);
  assert.equal(decode(bytes).text, SNOWMAN);
});

test('the UTF-8 byte order mark is taken off', () => {
  assert.deepEqual(decode(Buffer.from(`\ufeff${SNOWMAN}`)), { text: SNOWMAN, notes: [] });
  assert.deepEqual(decode(Buffer.from('\ufeff<a/>')), { text: '<a/>', notes: [] });
});

for (const big of [false, true]) {
  const order = big ? 'BE' : 'LE';

  test(`UTF-16${order} is recognised with its mark, without it, and after white space`, () => {
    for (const before of ['\ufeff', '', ' ', '\r\n', '\ufeff\n']) {
      const { text, notes } = decode(utf16(`${before}${SNOWMAN}`, big));
      assert.equal(text, `${before.replace('\ufeff', '')}${SNOWMAN}`);
      assert.deepEqual(notes, []);
    }
  });

  test(`UTF-16${order} may be declared as UTF-16 or by its own name`, () => {
    for (const name of ['UTF-16', 'utf-16', `UTF-16${order}`]) {
      const sent = `<?xml version="1.0" encoding="${name}"?>${SNOWMAN}`;
      assert.deepEqual(decode(utf16(sent, big)), { text: sent, notes: [] });
    }
  });

  test(`UTF-16${order} with a declaration that says otherwise is refused`, () => {
    for (const name of ['UTF-8', 'ISO-8859-1', big ? 'UTF-16LE' : 'UTF-16BE']) {
      const sent = utf16(`\ufeff<?xml version="1.0" encoding="${name}"?>${SNOWMAN}`, big);
      assert.throws(
        () => decode(sent),
        refusedFor(new RegExp(`says "${name}" but the text is UTF-16${order}`)),
      );
    }
  });

  test(`UTF-16${order} with half a character is refused`, () => {
    const whole = utf16(`\ufeff${SNOWMAN}`, big);
    assert.throws(() => decode(whole.subarray(0, -1)), refusedFor(/UTF-16/));
    assert.throws(() => decode(utf16('\ufeff<a>\ud83d</a>', big)), refusedFor(/UTF-16/));
  });
}

test('bytes that are declared as UTF-16 and are not are refused', () => {
  const sent = Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>');
  assert.throws(() => decode(sent), refusedFor(/says "UTF-16" but the text is not UTF-16/));
});

test('ISO-8859-1 is read under each of its names, in single or double quotes', () => {
  for (const name of ['ISO-8859-1', 'iso-8859-1', 'latin1', 'ISO8859-1']) {
    const sent = `<?xml version='1.0' encoding = '${name}' ?><a>M\u00fcller \u00a4</a>`;
    assert.deepEqual(decode(Buffer.from(sent, 'latin1')), { text: sent, notes: [] });
  }
});

test('windows-1252 has its own characters where ISO-8859-1 has controls', () => {
  const sent = '<?xml version="1.0" encoding="windows-1252"?><a>12 X \u201cquoted\u201d</a>';
  const bytes = Buffer.from(
    sent.replace('X', '\x80').replace('\u201c', '\x93').replace('\u201d', '\x94'),
    'latin1',
  );
  assert.deepEqual(decode(bytes), { text: sent.replace('X', '€'), notes: [] });
});

test('us-ascii is read, and refused when there is more than ASCII', () => {
  const sent = '<?xml version="1.0" encoding="us-ascii"?><a>M\u00fcller</a>';
  assert.equal(decode(Buffer.from(sent.replace('\u00fc', 'u'))).text, sent.replace('\u00fc', 'u'));
  assert.throws(() => decode(Buffer.from(sent, 'latin1')), refusedFor(/US-ASCII/));
});

test('UTF-8 under the label ISO-8859-1 is read as UTF-8, with a hint', () => {
  const sent = `<?xml version="1.0" encoding="ISO-8859-1"?>${SNOWMAN}`;
  assert.deepEqual(decode(Buffer.from(sent)), {
    text: sent,
    notes: ['the declaration says ISO-8859-1 but the text is UTF-8; it is read as UTF-8'],
  });
});

test('ASCII under the label ISO-8859-1 is nothing to speak of', () => {
  const sent = '<?xml version="1.0" encoding="ISO-8859-1"?><a/>';
  assert.deepEqual(decode(Buffer.from(sent)), { text: sent, notes: [] });
});

test('ISO - 8859 - 1 with blanks is put right in place, with a hint', () => {
  for (const content of ['Muller', 'M\u00fcller']) {
    const sent = `<?xml version="1.0" encoding="ISO - 8859 - 1"?><a>${content}</a>`;
    const { text, notes } = decode(Buffer.from(sent, 'latin1'));
    assert.equal(text, `<?xml version="1.0" encoding="ISO-8859-1"    ?><a>${content}</a>`);
    assert.deepEqual(notes, ['the encoding name "ISO - 8859 - 1" holds blanks; it is read as ISO-8859-1']);
  }
});

test('an encoding that nobody knows is refused by name, whatever the bytes are', () => {
  for (const content of ['plain', 'pl\u00e4in']) {
    const sent = Buffer.from(`<?xml version="1.0" encoding="EBCDIC-9"?><a>${content}</a>`);
    assert.throws(
      () => decode(sent),
      refusedFor(/the encoding "EBCDIC-9" in the XML declaration is not known/),
    );
  }
});

test('a refusal quotes no more than the beginning of a long name', () => {
  const sent = Buffer.from(`<?xml version="1.0" encoding="${'x'.repeat(10_000)}"?><a/>`);
  assert.throws(
    () => decode(sent),
    (error: unknown) => error instanceof NotReadable && error.message.length < 200,
  );
});

test('bytes that are not UTF-8 are refused, with the line', () => {
  const broken = Buffer.concat([Buffer.from('<a>\r\n\n'), Buffer.from([0xfc]), Buffer.from('</a>')]);
  assert.throws(() => decode(broken), refusedFor(/not UTF-8 \(line 3\).*ISO-8859-1/));
});

test('overlong forms, surrogates and cut sequences are not UTF-8', () => {
  for (const bytes of [
    [0xc0, 0xbc],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x98],
  ]) {
    const sent = Buffer.concat([Buffer.from('<a>'), Buffer.from(bytes), Buffer.from('</a>')]);
    assert.throws(() => decode(sent), refusedFor(/not UTF-8/));
  }
});

test('the UTF-8 mark wins over a label: Latin-1 bytes behind it are refused', () => {
  const sent = Buffer.from('\xef\xbb\xbf<?xml version="1.0" encoding="ISO-8859-1"?><a>\xfc</a>', 'latin1');
  assert.throws(() => decode(sent), refusedFor(/not UTF-8/));
});

test('what looks like a declaration further down is not one', () => {
  const sent = '<a><![CDATA[<?xml version="1.0" encoding="EBCDIC-9"?>]]></a>';
  assert.deepEqual(decode(Buffer.from(sent)), { text: sent, notes: [] });
});

test('nothing is the empty text', () => {
  assert.deepEqual(decode(new Uint8Array(0)), { text: '', notes: [] });
});

describe('the charset of Content-Type', () => {
  const declared = (encoding: string, content = 'Z\u00fcrich') =>
    `<?xml version="1.0" encoding="${encoding}"?><a>${content}</a>`;

  test('outranks the declaration: utf-8 over utf-16, which a .NET writer declares', () => {
    for (const content of ['Zurich', 'Z\u00fcrich']) {
      for (const type of ['text/xml; charset=utf-8', 'text/xml;charset="UTF-8"', 'text/xml charset=UTF-8']) {
        const sent = declared('utf-16', content);
        assert.deepEqual(decode(Buffer.from(sent), type), {
          text: sent,
          notes: ['the declaration says "utf-16" but the text is sent as UTF-8'],
        });
      }
    }
  });

  test('outranks a declaration that names what nobody knows', () => {
    const sent = declared('EBCDIC-9');
    assert.equal(decode(Buffer.from(sent), 'text/xml; charset=utf-8').text, sent);
    assert.equal(decode(Buffer.from(sent, 'latin1'), 'text/xml; charset=latin1').text, sent);
  });

  test('is read where there is no declaration', () => {
    for (const charset of ['ISO-8859-1', 'windows-1252', "'iso-8859-1'"]) {
      const type = `application/xml; charset=${charset}; action=x`;
      assert.deepEqual(decode(Buffer.from('<a>Z\u00fcrich</a>', 'latin1'), type), {
        text: '<a>Z\u00fcrich</a>',
        notes: [],
      });
    }
    const euro = Buffer.from('<a>12 \x80</a>', 'latin1');
    assert.equal(decode(euro, 'text/xml; charset=windows-1252').text, '<a>12 €</a>');
  });

  test('outranks a declaration of UTF-8 where the bytes are not UTF-8', () => {
    const sent = declared('UTF-8');
    assert.deepEqual(decode(Buffer.from(sent, 'latin1'), 'text/xml; charset=ISO-8859-1'), {
      text: sent,
      notes: ['the declaration says UTF-8 but Content-Type says ISO-8859-1; it is read as ISO-8859-1'],
    });
  });

  test('outranks the declaration of a text in UTF-16', () => {
    const sent = declared('UTF-8');
    for (const charset of ['utf-16', 'utf-16le']) {
      assert.equal(decode(utf16(`\ufeff${sent}`, false), `text/xml; charset=${charset}`).text, sent);
    }
  });

  test('is outranked by a byte order mark', () => {
    for (const charset of ['ISO-8859-1', 'utf-16', 'windows-1252', 'EBCDIC-9']) {
      const sent = declared('utf-16');
      const { text } = decode(Buffer.from(`\ufeff${sent}`), `text/xml; charset=${charset}`);
      assert.equal(text, sent);
      assert.equal(
        decode(utf16('\ufeff<a>\u00fc</a>', true), `text/xml; charset=${charset}`).text,
        '<a>\u00fc</a>',
      );
    }
  });

  test('is no more than a word where the bytes say otherwise: as the declaration says, then', () => {
    const sent = declared('ISO-8859-1');
    assert.deepEqual(decode(Buffer.from(sent, 'latin1'), 'text/xml; charset=utf-8'), {
      text: sent,
      notes: [
        'Content-Type says UTF-8 but the text is not; it is read as ISO-8859-1, as the declaration says',
      ],
    });
    assert.deepEqual(decode(Buffer.from(SNOWMAN), 'text/xml; charset=ISO-8859-1'), {
      text: SNOWMAN,
      notes: ['Content-Type says ISO-8859-1 but the text is UTF-8; it is read as UTF-8'],
    });
    for (const charset of ['utf-16', 'x-unknown', '"', '']) {
      assert.equal(
        decode(Buffer.from(declared('UTF-8')), `text/xml; charset=${charset}`).text,
        declared('UTF-8'),
      );
    }
  });

  test('does not make UTF-8 of what is neither', () => {
    const sent = Buffer.from('<a>Z\u00fcrich</a>', 'latin1');
    for (const type of [
      'text/xml; charset=utf-8',
      'text/xml; charset=us-ascii',
      'text/xml',
      'charset',
      undefined,
    ]) {
      assert.throws(() => decode(sent, type), refusedFor(/the text is not UTF-8/));
    }
  });
});

test('characters of windows-1252 under the label ISO-8859-1 are read as what they are, as browsers do', () => {
  const sent = '<?xml version="1.0" encoding="ISO-8859-1"?><a>12 \x80, \x93quoted\x94, Z\xfcrich</a>';
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>12 €, \u201cquoted\u201d, Zürich</a>';
  const notes = [
    'ISO-8859-1 has no printable character at some of the bytes; the text is read as windows-1252',
  ];
  assert.deepEqual(decode(Buffer.from(sent, 'latin1')), { text, notes });
  const bare = Buffer.from('<a>\x80</a>', 'latin1');
  assert.deepEqual(decode(bare, 'text/xml; charset=iso-8859-1'), { text: '<a>€</a>', notes });
});
