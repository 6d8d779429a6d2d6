/** HTML and JavaScript text with everything from outside escaped. */

/** Text that is HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are escaped, unless they are HTML themselves. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  let text = parts[0] ?? '';
  values.forEach((value, at) => {
    text += written(value) + (parts[at + 1] ?? '');
  });
  return new Html(text);
}

function written(value: string | Html | readonly Html[]): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
  return value.map((entry) => entry.text).join('');
}

/**
 * A JavaScript string in which everything but plain characters is written `\x3a` or `\u2028`: nothing in it
 * can end the string or the script. Old clients undo `\x3a \x2f \x3f \x3d \x26 \x25` alone, and look for a
 * token with plain hyphens after `\x26CSRF\x3d`, so hyphens, dots and underscores stay as they are.
 */
export function scriptText(value: string): string {
  return value.replace(/[^A-Za-z0-9._~-]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 256
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
