/** What LstUser and LstsummaryUser ask for alike. */
import { type AccountPage, USER_ORDERS } from '../../accounts/account-list.ts';
import { RuleBroken } from '../../refusal.ts';
import { GMT, parseSiteTime, toInstant } from '../../time/site-time.ts';
import { timeZone, type Zone } from '../../time/time-zones.ts';
import { complex, long, optional, text, type ValueOf } from '../../xml/schema.ts';
import type { AccountCall } from '../operation.ts';
import { lstControlType, orderOf, orderType, type PageAsked, pageOf } from '../types/list.ts';
import { use } from '../types/namespaces.ts';
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
}

/** Errors: `RuleBroken` for a date or a zone that is none. */
export async function searchUsers(
  { accountList, site, hint }: AccountCall,
  request: UserListRequest,
  roles: Roles = {},
): Promise<AccountPage & { readonly page: PageAsked }> {
  const page = pageOf(request.listControl, hint);
  const found = await accountList.search(
    site,
    {
      firstName: request.firstName,
      lastName: request.lastName,
      email: request.email,
      webExId: request.webExId,
      active: request.active,
      registeredFrom: instant('regDateStart', request.dataScope?.regDateStart, scopeZone(request)),
      registeredTo: instant('regDateEnd', request.dataScope?.regDateEnd, scopeZone(request)),
      ...roles,
      method: page.method,
    },
    { ...page, order: orderOf(request.order, USER_ORDERS, hint) },
  );
  return { ...found, page };
}

/** -1 and nothing mean GMT. */
function scopeZone({ dataScope }: UserListRequest): Zone {
  const id = dataScope?.timeZoneID;
  if (id === undefined || id === -1) return GMT;
  const zone = timeZone(id);
  if (!zone) throw new RuleBroken('timeZoneID', 'must be from 0 to 61');
  return zone;
}

function instant(element: string, date: string | undefined, zone: Zone): number | undefined {
  if (date === undefined) return undefined;
  const local = parseSiteTime(date);
  if (!local) throw new RuleBroken(element, 'must be a date of the form MM/DD/YYYY HH:mm:ss');
  return toInstant(local, zone);
}
