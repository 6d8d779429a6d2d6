/** LstContact: a host's contacts, or the company's address book. */

import { checkSeesAddressBook } from '../../policies/contact.ts';
import { mayReadSite } from '../../policies/site.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { integer, many, optional, text, type ValueOf } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { type AccountCall, body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { addressTypeType } from '../types/common.ts';
import { lstControlType, pageOf } from '../types/list.ts';
import { companyContactValue, contactInstanceType, contactValue } from './contact-type.ts';
import { whose } from './whose.ts';

const WHOLE_PAGE = { maximumNum: 500 };

export const lstContact = operation({
  service: epService,
  name: 'LstContact',
  level: '5.5',
  summary:
    'Lists the contacts of the caller, or for administrators those of a host. The addressType GLOBAL lists the ' +
    'accounts of the site, 500 at a time; `listControl` is an element of Parlance that asks for the next ones.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, NoRecordFound],
  request: body(epService, 'lstContact', {
    distListID: optional(integer({ min: 1 })),
    distListName: optional(text()),
    addressType: optional(addressTypeType),
    hostWebExID: optional(text()),
    listControl: optional(lstControlType),
  }),
  response: body(epService, 'lstContactResponse', { contact: many(contactInstanceType) }),
  async run(call, { distListID, distListName, addressType, hostWebExID, listControl }) {
    const owner = await whose(call, hostWebExID, 'read');
    // Distribution lists are of personal contacts.
    const isOfList = distListID !== undefined || distListName !== undefined;
    const contact =
      addressType === 'GLOBAL'
        ? isOfList
          ? []
          : await companyContacts(call, listControl)
        : (await call.app.contacts.of(owner, { distListID, name: distListName })).map(contactValue);
    if (contact.length === 0) throw new NoRecordFound();
    return { contact };
  },
});

/** @throws AccessDenied when the caller only attends */
async function companyContacts(
  { site, account, hint, app: { accounts, accountList } }: AccountCall,
  control: ValueOf<typeof lstControlType> | undefined,
): Promise<ValueOf<typeof contactInstanceType>[]> {
  checkSeesAddressBook(account);
  const knowsEmail = mayReadSite(account);
  const found = await accountList.search(
    site,
    { active: 'ACTIVATED', method: 'AND' },
    {
      ...pageOf({ ...WHOLE_PAGE, ...control }, hint),
      order: [
        { by: 'LASTNAME', descending: false },
        { by: 'FIRSTNAME', descending: false },
      ],
    },
  );
  return Promise.all(
    found.accounts.map(async (one) => companyContactValue(await accounts.withProfile(one), knowsEmail)),
  );
}
