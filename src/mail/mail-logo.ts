/**
 * The logo above a mail. It goes along with the mail (RFC 2392, `cid:`) and is not fetched from the site: many programs load
 * nothing from elsewhere, a site inside of a network cannot be reached by them, and nobody is told who has opened a mail.
 * It is put in when a mail is sent or shown, so that no mail in the outbox has a copy of it.
 */
import type { Logos } from '../sites/brand/logos.ts';
import type { Site } from '../sites/site.ts';
import type { Message } from './message.ts';

/** Where it stands in the HTML. Nothing that people write can have a comment in it (`host-html.ts`). */
export const LOGO_PLACE = '<!--logo-->';

/** It goes along with every mail: a larger one, or one that not every program for mail shows, stays on the pages. */
export const LARGEST_MAIL_LOGO = 64 * 1024;
const IN_MAIL: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** As on the pages; dots. */
const HIGHEST = 32;
const WIDEST = 160;

export interface MailPicture {
  readonly cid: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** A message as it is sent. */
export interface DressedMessage extends Message {
  readonly picture?: MailPicture | undefined;
}

export interface MailLogos {
  /** With the site's logo beside the text, for whoever sends it. */
  sent(site: Site | undefined, message: Message): Promise<DressedMessage>;
  /** The HTML with the logo in it, for a page. */
  shown(site: Site, html: string): Promise<string>;
}

interface MailLogo {
  readonly picture: MailPicture;
  readonly width: number;
  readonly height: number;
}

export function openMailLogos(logos: Pick<Logos, 'of' | 'find'>): MailLogos {
  async function logoOf(site: Site, html: string): Promise<MailLogo | undefined> {
    if (!html.includes(LOGO_PLACE)) return undefined;
    const logo = await logos.of(site);
    if (!logo || !IN_MAIL.has(logo.mediaType)) return undefined;
    const stored = await logos.find(site, logo.token);
    if (!stored || stored.bytes.length > LARGEST_MAIL_LOGO) return undefined;
    const { token, mediaType, width, height } = logo;
    const scale = Math.min(1, HIGHEST / height, WIDEST / width);
    return {
      picture: { cid: `${token}@logo`, mediaType, content: Buffer.from(stored.bytes) },
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    };
  }

  return {
    async sent(site, message) {
      const logo = site && (await logoOf(site, message.html));
      if (!logo) return { ...message, html: placed(message.html, '') };
      const html = placed(message.html, tagOf(logo, `cid:${logo.picture.cid}`));
      return { ...message, html, picture: logo.picture };
    },

    async shown(site, html) {
      const logo = await logoOf(site, html);
      if (!logo) return placed(html, '');
      const { mediaType, content } = logo.picture;
      return placed(html, tagOf(logo, `data:${mediaType};base64,${content.toString('base64')}`));
    },
  };
}

function placed(html: string, tag: string): string {
  return html.replace(LOGO_PLACE, () => tag);
}

/** Without words: the name of the site stands beside it. */
function tagOf({ width, height }: MailLogo, address: string): string {
  return `<img src="${address}" width="${width}" height="${height}" alt="" style="vertical-align:middle;border:0;margin-right:8px">`;
}
