/** What LstUser and LstsummaryUser ask for alike. */
import { type AccountPage, USER_ORDERS } from '../../accounts/account-list.ts';
import { GMT } from '../../time/site-time.ts';
import { complex, long, optional, text, type ValueOf } from '../../xml/schema.ts';
import type { AccountCall } from '../operation.ts';
import { lstControlType, orderOf, orderType, type PageAsked, pageOf } from '../types/list.ts';
import { use } from '../types/namespaces.ts';
import { instantAsked, zoneAsked } from '../types/when.ts';
import { activeType } from './user-type.ts';

const dataScopeType = complex(use, 'dataScopeType', {
  regDateStart: optional(text()),
  timeZoneID: optional(long()),
  regDateEnd: optional(text()),
});

export const userListFields = {
  firstName: optional(text()),
  lastName: optional(text()),
  email: optional(text()),
  active: optional(activeType),
  webExId: optional(text()),
  listControl: optional(lstControlType),
  order: optional(orderType(use)),
  dataScope: optional(dataScopeType),
};

const asked = complex(use, 'userList', userListFields);
type UserListRequest = ValueOf<typeof asked>;

/** Agents and managers of the call distribution, for LstsummaryUser. */
interface Roles {
  readonly isAgent?: boolean | undefined;
  readonly isMgr?: boolean | undefined;
  /** The webExID of a manager: their agents. */
  readonly manager?: string | undefined;
}

/** @throws RuleBroken when a date or a zone is invalid */
export async function searchUsers(
  { site, hint, app: { accountList } }: AccountCall,
  request: UserListRequest,
  { isAgent, isMgr, manager }: Roles = {},
): Promise<AccountPage & { readonly page: PageAsked }> {
  const page = pageOf(request.listControl, hint);
  const zone = zoneAsked(request.dataScope?.timeZoneID) ?? GMT;
  const found = await accountList.search(
    site,
    {
      firstName: request.firstName,
      lastName: request.lastName,
      email: request.email,
      webExId: request.webExId,
      active: request.active,
      registeredFrom: instantAsked('regDateStart', request.dataScope?.regDateStart, zone),
      registeredTo: endOf(instantAsked('regDateEnd', request.dataScope?.regDateEnd, zone)),
      isAgent,
      isMgr,
      agentsOf: manager,
      method: page.method,
    },
    { ...page, order: orderOf(request.order, USER_ORDERS, hint) },
  );
  return { ...found, page };
}

/** Dates are told in whole seconds, and the last second belongs to a scope. */
function endOf(second: number | undefined): number | undefined {
  return second === undefined ? undefined : second + 999;
}
