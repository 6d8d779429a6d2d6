/** How the site looks: its logo, and the tones that its accent becomes. What it is called is a setting. */
import { RuleBroken } from '../../refusal.ts';
import { accentTones } from '../../sites/brand/accent-tones.ts';
import { LARGEST_LOGO } from '../../sites/brand/picture.ts';
import type { Site } from '../../sites/site.ts';
import { text } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import type { BrandAnswer, TonesAnswer } from './site-data.ts';

export const readBranding = endpoint({
  method: 'GET',
  path: 'site/branding',
  summary: 'Tells how the site looks: its name for people, its colour, its links and its logo.',
  may: readsSite,
  run: (call) => brandOf(call, call.site),
});

export const readTones = endpoint({
  method: 'GET',
  path: 'site/branding/tones',
  summary:
    'Tells the tones that a colour becomes on light and on dark pages, so that everything on them can be read.',
  may: readsSite,
  query: { accent: text({ pattern: /^#[0-9a-f]{6}$/i, rule: 'must be a colour such as #1f5fbf' }) },
  run: (_call, { query }): TonesAnswer => accentTones(query.accent.toLowerCase()),
});

export const putLogo = endpoint({
  method: 'POST',
  path: 'site/branding/logo',
  summary: 'Puts a PNG, JPEG, GIF or WebP picture in the place of the logo; an SVG is refused.',
  may: administers,
  upload: true,
  bodyLimit: LARGEST_LOGO + 1,
  async run(call, { file }) {
    const pieces: Uint8Array[] = [];
    for await (const piece of file.bytes) pieces.push(piece);
    await call.context.logos.replace(call.site, Buffer.concat(pieces));
    return brandOf(call, await call.context.sites.required(call.site.siteName));
  },
});

export const dropLogo = endpoint({
  method: 'DELETE',
  path: 'site/branding/logo',
  summary: 'Takes the logo away.',
  may: administers,
  async run(call) {
    if (!(await call.context.logos.of(call.site))) throw new RuleBroken('logo', 'is not there');
    await call.context.logos.replace(call.site, undefined);
    return brandOf(call, await call.context.sites.required(call.site.siteName));
  },
});

async function brandOf({ context }: ApiCall, site: Site): Promise<BrandAnswer> {
  const { accent } = site.settings.branding;
  const logo = await context.logos.of(site);
  return {
    ...site.settings.branding,
    siteName: site.siteName,
    ...(accent !== '' && { tones: accentTones(accent) }),
    ...(logo && {
      logo: {
        address: context.links.logo(site, logo.token),
        width: logo.width,
        height: logo.height,
        mediaType: logo.mediaType,
      },
    }),
  };
}
