/** What makes a document malformed, in words for a person. */
import { shown } from './charset.ts';

export const MISPLACED_DOCTYPE = 'inappropriately located doctype declaration.';

/** What saxes says, in words that need no knowledge of its workings. */
const PLAIN_WORDS: Readonly<Record<string, string>> = {
  'unexpected close tag.': 'a closing tag does not match the element that it should close',
  'unexpected end.': 'the document ends in the middle of something',
  'text data outside of root node.': 'there is text outside the root element',
  'documents may contain only one root.': 'there is more than one root element',
  'document must contain a root element.': 'the document has no root element',
  'undefined entity.': 'an entity other than &amp; &lt; &gt; &quot; &apos; is used',
  'empty entity name.': 'an ampersand has to be written &amp;',
  'disallowed character in entity name.': 'an ampersand has to be written &amp;',
  'malformed character entity.': 'a character reference stands for no character that XML allows',
  'disallowed character.': 'there is a character that XML does not allow here',
  'disallowed character in tag name': 'a < has to be written &lt;, or the name of a tag is not a name',
  'disallowed character in tag name.': 'the name of a tag is not a name',
  'disallowed character in closing tag.': 'the name of a closing tag is not a name',
  'unquoted attribute value.': 'the value of an attribute is not quoted',
  'malformed comment.': 'there is -- inside a comment',
  'weird empty close tag.': 'a closing tag has no name',
  'version number must match /^1\\.[0-9]+$/.': 'the version in the XML declaration is not 1.0',
  'encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/.':
    'the encoding in the XML declaration is not a name',
  'incorrect syntax.': 'after <! only a comment or CDATA may follow',
};

/** What is wrong, for a person. */
export function plain(words: string): string {
  const known = PLAIN_WORDS[words];
  if (known !== undefined) return known;
  const unclosed = /^unclosed tag: (.*)$/s.exec(words)?.[1];
  if (unclosed !== undefined) return `the element ${shown(unclosed)} is never closed`;
  const trimmed = words.endsWith('.') ? words.slice(0, -1) : words;
  return trimmed.length > 120 ? `${trimmed.slice(0, 120)}…` : trimmed;
}

const MARKUP = /&|<!--|<!\[CDATA\[/g;
const REFERENCE = /&(?:#\d+|#x[\da-f]+|[^\s&<;#]+);/iy;

/**
 * Where the first ampersand is that begins no reference, outside of comments and CDATA; -1 when there is none. It
 * takes what follows for its own, so that the parser finds out at the very end, and elsewhere.
 */
export function bareAmpersand(text: string): number {
  MARKUP.lastIndex = 0;
  for (let found = MARKUP.exec(text); found !== null; found = MARKUP.exec(text)) {
    const [markup] = found;
    if (markup === '&') {
      REFERENCE.lastIndex = found.index;
      if (!REFERENCE.test(text)) return found.index;
    } else {
      const end = text.indexOf(markup === '<!--' ? '-->' : ']]>', found.index);
      if (end === -1) return -1;
      MARKUP.lastIndex = end;
    }
  }
  return -1;
}
