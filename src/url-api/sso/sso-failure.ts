/** How a failed single sign-on ends: a line in the log, and the customer's error address or a page of ours. */
import type { FastifyReply } from 'fastify';
import { withResults } from '../../browser/destination.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { SsoRefused } from '../../sign-in/failures.ts';
import type { Site } from '../../sites/site.ts';
import { sendOn } from './send-on.ts';

export async function ssoFailed(call: PageCall, error: SsoRefused): Promise<FastifyReply> {
  const id = logRefusal(call, error);
  const elsewhere = errorAddress(call.site, error.number);
  return elsewhere === undefined ? ssoErrorPage(call, error.number, id) : sendOn(call, elsewhere);
}

/** @returns the number under which the log has it */
export function logRefusal(
  { context, site, request }: PageCall,
  { number, message, detail }: SsoRefused,
): string {
  const { id } = request;
  context.log.logger.info(
    { id, site: site.siteName, ssoError: number, reason: message, detail },
    'single sign-on refused',
  );
  return id;
}

/** The customer's error URL with the number at the end of its query. */
function errorAddress({ settings }: Site, number: number): string | undefined {
  const { errorUrl } = settings.samlSSO;
  if (!URL.canParse(errorUrl)) return undefined;
  const url = new URL(errorUrl);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  return withResults(url, [['error', String(number)]]).href;
}

function ssoErrorPage(call: PageCall, number: number, id: string): Promise<FastifyReply> {
  return show(call, {
    page: 'error',
    status: number === 5 ? 405 : 403,
    problem: 'sso',
    id,
    ssoError: number,
    back: call.folder.address(''),
  });
}
