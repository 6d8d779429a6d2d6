/** What the envelope itself is refused for. */
import { type Exception, exception } from './exception.ts';

export const messageExceptions = {
  unknownOperation: exception(
    '000911',
    'The operation is unknown',
    'ours',
    'xsi:type names no operation of this server.',
  ),
  noOperation: exception(
    '000912',
    'The message names no operation',
    'ours',
    'There is no body, no bodyContent or no xsi:type.',
  ),
  sitesDisagree: exception(
    '000922',
    'siteName and siteID are not of one site',
    'ours',
    'Both are given and name different sites.',
  ),
  siteMissing: exception(
    '000923',
    'siteName or siteID is required',
    'ours',
    'The security context names no site.',
  ),
} as const satisfies Record<string, Exception>;
