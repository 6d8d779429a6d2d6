/** The body of a mail: one list of blocks, written as plain text and as simple HTML. */
import { oneLine, withoutControls } from './plain.ts';

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A label and what it labels, one row below the other. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'link'; readonly label: string; readonly href: string };

export function plainText(blocks: readonly Block[]): string {
  return `${blocks.map(plainBlock).join('\n\n')}\n`;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return withoutControls(block.text);
    case 'rows':
      return block.rows
        .map(([label, value]) => `${label}: ${withoutControls(value).replaceAll('\n', '\n  ')}`)
        .join('\n');
    case 'link':
      return `${block.label}\n${oneLine(block.href)}`;
  }
}

/** @param locale of the texts */
export function htmlText(blocks: readonly Block[], locale: string): string {
  return htmlDocument(htmlBlocks(blocks), locale);
}

/** @param html what stands in its body */
export function htmlDocument(html: string, locale: string): string {
  return (
    `<!DOCTYPE html>\n<html lang="${escaped(locale)}"><head><meta charset="utf-8"></head>\n` +
    `<body style="font:15px/1.5 sans-serif;color:#222">\n${html}\n</body></html>\n`
  );
}

/** Without the document around it. */
export function htmlBlocks(blocks: readonly Block[]): string {
  return blocks.map(htmlBlock).join('\n');
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lines(block.text)}</p>`;
    case 'rows':
      return `<table style="border-spacing:0 4px">\n${block.rows.map(htmlRow).join('\n')}\n</table>`;
    case 'link': {
      const href = escaped(oneLine(block.href));
      return `<p><a href="${href}">${escaped(block.label)}</a><br><small>${href}</small></p>`;
    }
  }
}

function htmlRow([label, value]: readonly [string, string]): string {
  // What somebody wrote from right to left ends at its cell.
  return `<tr><td style="padding-right:16px;vertical-align:top;color:#666">${escaped(label)}</td><td dir="auto" style="vertical-align:top">${lines(value)}</td></tr>`;
}

function lines(text: string): string {
  return escaped(withoutControls(text)).replaceAll('\n', '<br>');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
