/** How a site looks on its pages. */

import { displayNameOf } from '../sites/brand/site-brand.ts';
import type { Page } from './pages/page-data.ts';
import type { PageCall } from './site-page.ts';

export async function brandedSite({ context, site, folder }: PageCall): Promise<Page['site']> {
  const { accent, helpURL, privacyURL } = site.settings.branding;
  const logo = await context.logos.of(site);
  return {
    siteName: displayNameOf(site),
    home: folder.address(''),
    ...(accent !== '' && { style: folder.address('brand.css', { v: accent.slice(1).toLowerCase() }) }),
    ...(logo && {
      logo: { url: folder.address(`logo/${logo.token}`), width: logo.width, height: logo.height },
    }),
    ...(helpURL !== '' && { help: helpURL }),
    ...(privacyURL !== '' && { privacy: privacyURL }),
  };
}
