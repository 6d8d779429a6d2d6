/** CreateContacts: keeps people in the caller's address book. */
import { AddressBookFull } from '../../contacts/contact.ts';
import { RuleBroken } from '../../refusal.ts';
import { bool, integer, many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { contactAsked, contactType } from './contact-type.ts';

export const createContacts = operation({
  service: epService,
  name: 'CreateContacts',
  level: '5.5',
  summary: 'Keeps people as contacts of the caller: all or none; a known e-mail is brought up to date.',
  may: anyAccount,
  throttled: 'never',
  refuses: [RuleBroken, AddressBookFull],
  request: body(epService, 'createContacts', {
    contact: many(contactType, { min: 1 }),
    validateFormat: optional(bool()),
  }),
  response: body(epService, 'createContactsResponse', { contactID: many(integer()) }),
  async run({ account, app: { contacts } }, { contact }) {
    return { contactID: await contacts.save(account, contact.map(contactAsked)) };
  },
});
