/** The body of a mail: one list of blocks, written as plain text and as simple HTML. */
import { darkStyle, type MailLook, mailLook, USUAL_LOOK } from './mail-colours.ts';
import { LOGO_PLACE } from './mail-logo.ts';
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
  /** The colour of its button and links, `#rrggbb`; the usual one without. */
  readonly accent?: string | undefined;
}

/** A mail of blocks in its frame. */
export function htmlText(blocks: readonly Block[], frame: MailFrame): string {
  return framed(htmlBlocks(blocks, mailLook(frame.accent)), frame);
}

/**
 * Mail programs know tables and styles at their elements, and little else.
 * @param html what stands in the frame
 */
export function framed(html: string, frame: MailFrame): string {
  const { sender, heading, locale } = frame;
  const look = mailLook(frame.accent);
  const { ground, card, line, text, soft } = look.light;
  const above =
    sender === undefined
      ? ''
      : `<p class="soft" style="margin:0 0 12px 4px;font-weight:bold;color:${soft}">${LOGO_PLACE}${escaped(sender)}</p>\n`;
  const head =
    heading === undefined
      ? ''
      : `<h1 class="heading" dir="auto" style="margin:0 0 12px;font-size:22px;line-height:1.3;color:${text}">${escaped(heading)}</h1>\n`;
  return htmlDocument(
    `<table role="presentation" width="100%" style="border-collapse:collapse"><tr><td align="center" style="padding:24px 8px">\n` +
      `<table role="presentation" width="100%" style="max-width:600px;border-collapse:collapse"><tr><td style="text-align:left">\n` +
      `${above}<div class="card" style="padding:24px;border:1px solid ${line};border-radius:12px;background:${card}">\n${head}${html}\n</div>\n` +
      `</td></tr></table>\n</td></tr></table>`,
    locale,
    { ground, style: darkStyle(look) },
  );
}

/**
 * @param html what stands in its body
 * @param style for both grounds; without it the mail is for light ground alone
 */
export function htmlDocument(
  html: string,
  locale: string,
  { ground = '#ffffff', style }: { readonly ground?: string; readonly style?: string } = {},
): string {
  const scheme = style === undefined ? 'light' : 'light dark';
  return (
    `<!DOCTYPE html>\n<html lang="${escaped(locale)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="${scheme}">` +
    `${style === undefined ? '' : `<style>:root{color-scheme:${scheme}}${style}</style>`}</head>\n` +
    `<body style="margin:0;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:${USUAL_LOOK.light.text};background:${ground}">\n` +
    `${html}\n</body></html>\n`
  );
}

/** Without the document around it. */
export function htmlBlocks(blocks: readonly Block[], look: MailLook = USUAL_LOOK): string {
  return blocks.map((block) => htmlBlock(block, look)).join('\n');
}

function htmlBlock(block: Block, { light }: MailLook): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lines(block.text)}</p>`;
    case 'rows':
      return `<table style="border-spacing:0 6px">\n${block.rows.map(htmlRow).join('\n')}\n</table>`;
    case 'link': {
      const href = escaped(oneLine(block.href));
      const button = `display:inline-block;padding:12px 24px;border-radius:8px;background:${light.accent};color:${light.onAccent};font-weight:bold;text-decoration:none`;
      // The address stands below: not every program shows a button, and not everybody trusts one.
      return `<p><a class="button" href="${href}" style="${button}">${escaped(block.label)}</a><br><small class="soft" style="color:${light.soft};word-break:break-all">${href}</small></p>`;
    }
    case 'more': {
      const links = block.links.map(
        ({ label, href }) =>
          `<a href="${escaped(oneLine(href))}" style="color:${light.link}">${escaped(label)}</a>`,
      );
      return `<p>${links.join(' &nbsp;·&nbsp; ')}</p>`;
    }
  }
}

function htmlRow([label, value]: readonly [string, string]): string {
  // What somebody wrote from right to left ends at its cell.
  return `<tr><td class="soft" style="padding-right:16px;vertical-align:top;color:${USUAL_LOOK.light.soft}">${escaped(label)}</td><td dir="auto" style="vertical-align:top">${lines(value)}</td></tr>`;
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
