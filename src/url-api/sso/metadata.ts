/** What an identity provider must know of the site, as a file that it imports. */
import type { FastifyReply } from 'fastify';
import type { PageCall } from '../../browser/site-page.ts';

export async function metadata({ reply, site, context }: PageCall): Promise<FastifyReply> {
  const document = await context.saml.metadata(site);
  return reply
    .headers({
      'Content-Type': 'application/samlmetadata+xml; charset=UTF-8',
      'Content-Disposition': `inline; filename="${site.siteName}-metadata.xml"`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'no-store',
    })
    .send(document);
}
