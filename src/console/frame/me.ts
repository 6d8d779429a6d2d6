import { ownFormValue } from '../../browser/own-form.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { mayAdminister } from '../../policies/site.ts';
import { readsSite } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import type { Me } from './frame-data.ts';

export const me = endpoint({
  method: 'GET',
  path: 'me',
  summary: 'Says who is signed in, what they may, and the value that their writes bear.',
  may: readsSite,
  run: meOf,
});

export function meOf(call: Pick<ApiCall, 'account' | 'isOwner' | 'home' | 'site'> & PageCall): Me {
  const { account, isOwner, home, site } = call;
  return {
    name: `${account.firstName} ${account.lastName}`.trim(),
    webExID: account.webExId,
    mayWrite: mayAdminister(account),
    isOwner,
    home: home.siteName,
    siteName: site.siteName,
    siteStatus: site.status,
    form: ownFormValue(call),
  };
}
