import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, NotReadable } from '../../src/xml/charset.ts';

function decode(bytes: Uint8Array): { text: string; notes: string[] } {
  const notes: string[] = [];
  return { text: decodeText(bytes, (note) => notes.push(note)), notes };
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
