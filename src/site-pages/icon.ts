/** The picture that browsers ask for by themselves and show beside the title. */
import type { FastifyInstance } from 'fastify';

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#1f5fbf"/>
<path d="M8 9h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 5v-5H8a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2z" fill="#fff"/>
</svg>
`;

export function icon(app: FastifyInstance): void {
  app.get('/favicon.ico', (_request, reply) =>
    reply
      .headers({
        'Content-Type': 'image/svg+xml',
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'",
        'Cache-Control': 'public, max-age=86400',
      })
      .send(PICTURE),
  );
}
