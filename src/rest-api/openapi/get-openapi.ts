import { endpoint } from '../rest-endpoint.ts';
import { RestReply } from '../rest-reply.ts';

/** Made with the first call. */
let written: Promise<(origin: string) => string> | undefined;

export const getOpenApi = endpoint({
  method: 'GET',
  path: 'openapi.json',
  tag: 'Site',
  summary: 'Tells the whole of this interface as an OpenAPI 3.1 document.',
  description: 'It needs no token. The addresses in it are those by which you have called.',
  scopes: 'none',
  statuses: { 200: 'The document.' },
  async run({ origin }) {
    written ??= write();
    const content = (await written)(origin);
    return new RestReply({ raw: { contentType: 'application/json', content } });
  },
});

async function write(): Promise<(origin: string) => string> {
  // The list has this endpoint too, and is whole when somebody calls.
  const [{ ENDPOINTS }, { openApiText }] = await Promise.all([
    import('../endpoints.ts'),
    import('./document.ts'),
  ]);
  return openApiText(ENDPOINTS, VERSION);
}

/** Of the interface, not of the server: it changes when something that is there does. */
const VERSION = '1.0.0';
