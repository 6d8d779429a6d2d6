/** The stylesheet with a site's accent: pages have no styles of their own in them, since their policy forbids that. */
import type { FastifyReply } from 'fastify';
import type { PageCall } from '../browser/site-page.ts';
import { accentTones, type Tones } from '../sites/brand/accent-tones.ts';

/** The names of `web/styles/tokens.css`. */
const PROPERTIES: Readonly<Record<keyof Tones, string>> = {
  accent: '--accent',
  accentDeep: '--accent-deep',
  onAccent: '--on-accent',
  accentWash: '--accent-wash',
  link: '--link',
  focus: '--focus',
};

export function brandCss({ request, reply, site }: PageCall): FastifyReply {
  const { accent } = site.settings.branding;
  const style = accent === '' ? '' : styleOf(accent.toLowerCase());
  const tag = `"${accent.slice(1).toLowerCase() || 'none'}"`;
  const { v } = request.query as { v?: unknown };
  reply.headers({
    'Content-Type': 'text/css; charset=UTF-8',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'",
    // An address with a version is that of these very tones.
    'Cache-Control': v === undefined ? 'no-cache' : 'public, max-age=31536000, immutable',
    ETag: tag,
  });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.send(style);
}

function styleOf(accent: string): string {
  const { light, dark } = accentTones(accent);
  const lines = Object.entries(PROPERTIES).map(([tone, property]) => {
    const name = tone as keyof Tones;
    return `  ${property}: light-dark(${light[name]}, ${dark[name]});`;
  });
  return `:root {\n${lines.join('\n')}\n}\n`;
}
