/** Sites. */
import { SessionTypeNotFound } from '../../sites/session-types.ts';
import { SiteClosed, SiteNameTaken, SiteNotFound } from '../../sites/site.ts';
import { type Exception, exception } from './exception.ts';

export const siteExceptions = {
  siteUnknown: exception(
    '000920',
    'Failed to get SiteUrl from server',
    'client',
    'The text is known from clients, the number is ours: no site of that name or number.',
    [SiteNotFound],
  ),
  siteClosed: exception(
    '000921',
    'The site is not active',
    'client',
    'The text is known from clients, the number is ours: the site is closed.',
    [SiteClosed],
  ),
  siteNameTaken: exception(
    '000924',
    'A site of that name exists',
    'ours',
    'A site that is to be added has the name of another.',
    [SiteNameTaken],
  ),
  sessionTypeNotFound: exception(
    '060910',
    'Corresponding Meeting type not found',
    'ours',
    'GetMeetingType: the site has no session type of that number.',
    [SessionTypeNotFound],
  ),
} as const satisfies Record<string, Exception>;
