/** The body of a mail: one list of blocks, written as plain text and as simple HTML. */
import { oneLine, withoutControls } from './plain.ts';

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A label and what it labels, one row below the other. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  /** What else can be done: links in one line. */
  | { readonly kind: 'more'; readonly links: readonly { readonly label: string; readonly href: string }[] };

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
    case 'more':
      return block.links.map(({ label, href }) => `${label}\n${oneLine(href)}`).join('\n\n');
  }
}

/** What stands around the words of a mail. */
export interface MailFrame {
  /** Of the texts. */
  readonly locale: string;
  /** Whose mail it is; stands above. */
  readonly sender?: string | undefined;
  /** What it is about, as its heading. */
  readonly heading?: string | undefined;
}

/** A mail of blocks in its frame. */
export function htmlText(blocks: readonly Block[], frame: MailFrame): string {
  return framed(htmlBlocks(blocks), frame);
}

/**
 * Mail programs know tables and styles at their elements, and little else.
 * @param html what stands in the frame
 */
export function framed(html: string, frame: MailFrame): string {
  const { sender, heading } = frame;
  const above = sender === undefined ? '' : `<p style="${SENDER}">${escaped(sender)}</p>\n`;
  const head = heading === undefined ? '' : `<h1 dir="auto" style="${HEADING}">${escaped(heading)}</h1>\n`;
  return htmlDocument(
    `<table role="presentation" width="100%" style="border-collapse:collapse"><tr><td align="center" style="padding:24px 8px">\n` +
      `<table role="presentation" width="100%" style="max-width:600px;border-collapse:collapse"><tr><td style="text-align:left">\n` +
      `${above}<div style="${CARD}">\n${head}${html}\n</div>\n` +
      `</td></tr></table>\n</td></tr></table>`,
    frame.locale,
    GROUND,
  );
}

const GROUND = '#f4f6fa';
const SENDER = 'margin:0 0 12px 4px;font-weight:bold;color:#556175';
const CARD = 'padding:24px;border:1px solid #e1e6ee;border-radius:12px;background:#ffffff';
const HEADING = 'margin:0 0 12px;font-size:22px;line-height:1.3;color:#17202e';
const BUTTON =
  'display:inline-block;padding:12px 24px;border-radius:8px;background:#1f5fbf;color:#ffffff;font-weight:bold;text-decoration:none';
const LINK = 'color:#1a56b0';

/** @param html what stands in its body */
export function htmlDocument(html: string, locale: string, ground = '#ffffff'): string {
  return (
    `<!DOCTYPE html>\n<html lang="${escaped(locale)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"></head>\n` +
    `<body style="margin:0;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#17202e;background:${ground}">\n` +
    `${html}\n</body></html>\n`
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
      return `<table style="border-spacing:0 6px">\n${block.rows.map(htmlRow).join('\n')}\n</table>`;
    case 'link': {
      const href = escaped(oneLine(block.href));
      // The address stands below: not every program shows a button, and not everybody trusts one.
      return `<p><a href="${href}" style="${BUTTON}">${escaped(block.label)}</a><br><small style="color:#556175;word-break:break-all">${href}</small></p>`;
    }
    case 'more': {
      const links = block.links.map(
        ({ label, href }) => `<a href="${escaped(oneLine(href))}" style="${LINK}">${escaped(label)}</a>`,
      );
      return `<p>${links.join(' &nbsp;·&nbsp; ')}</p>`;
    }
  }
}

function htmlRow([label, value]: readonly [string, string]): string {
  // What somebody wrote from right to left ends at its cell.
  return `<tr><td style="padding-right:16px;vertical-align:top;color:#556175">${escaped(label)}</td><td dir="auto" style="vertical-align:top">${lines(value)}</td></tr>`;
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
