/** Address books. */
import { AddressBookFull, ContactNotFound } from '../../contacts/contact.ts';
import { DistListNameTaken, DistListNotFound } from '../../contacts/dist-lists.ts';
import { type Exception, exception } from './exception.ts';

export const contactExceptions = {
  contactNotFound: exception(
    '000930',
    'Corresponding contact not found',
    'ours',
    'CreateDistList, SetDistList: the caller has no such contact, or it is not on the list.',
    [ContactNotFound],
  ),
  distListNotFound: exception(
    '000931',
    'Corresponding distribution list not found',
    'ours',
    'SetDistList: the caller has no such list.',
    [DistListNotFound],
  ),
  distListNameTaken: exception(
    '000932',
    'A distribution list of that name exists',
    'ours',
    'CreateDistList, SetDistList: another list of the caller has the name.',
    [DistListNameTaken],
  ),
  addressBookFull: exception(
    '000933',
    'The address book is full',
    'ours',
    'CreateContacts, CreateDistList: an account keeps 5000 contacts and 500 lists.',
    [AddressBookFull],
  ),
} as const satisfies Record<string, Exception>;
