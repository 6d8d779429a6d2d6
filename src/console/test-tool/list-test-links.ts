import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { TestLinks } from './test-tool-data.ts';

export const listTestLinks = endpoint({
  method: 'GET',
  path: 'test/links',
  summary: 'Lists the commands of the URL API with their parameters.',
  may: readsSite,
  async run({ context, site }): Promise<TestLinks> {
    const { links } = await context.xmlDoor.links();
    return { folder: `/${site.siteName}/`, origin: context.links.publicUrl(), links: links() };
  },
});
