/** A contact as the elements of `ep:contactType`. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import type { Contact, NewContact } from '../../contacts/contact.ts';
import { RuleBroken } from '../../refusal.ts';
import { JOIN_STATUSES } from '../../sessions/attendee.ts';
import { languageById, languageByName } from '../../time/languages.ts';
import {
  complex,
  enumeration,
  extension,
  integer,
  long,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { addressType, phonesType } from '../types/common.ts';
import { emailAsked } from '../types/email.ts';
import { com, ep } from '../types/namespaces.ts';
import { personTypeType } from '../types/person.ts';
import { zoneAsked } from '../types/when.ts';

const joinStatusType = enumeration(com, 'joinStatusType', JOIN_STATUSES);

export const contactType = complex(ep, 'contactType', {
  name: optional(text({ max: 256, sample: 'Anna Arnold' })),
  title: optional(text({ max: 256 })),
  company: optional(text({ max: 256 })),
  webExId: optional(text({ max: 256 })),
  address: optional(addressType),
  phones: optional(phonesType),
  email: text({ sample: 'anna@example.com' }),
  notes: optional(text({ max: 2000 })),
  url: optional(text({ max: 2000 })),
  type: optional(personTypeType),
  joinStatus: optional(joinStatusType),
  language: optional(text()),
  locale: optional(text({ max: 64 })),
  timeZoneID: optional(long()),
});

/** With the number that distribution lists name a contact by; of an account's card there is none. */
export const contactInstanceType = extension(ep, 'contactInstanceType', contactType, {
  contactID: optional(integer()),
});

/** @throws RuleBroken when an e-mail address, a language or a time zone is invalid */
export function contactAsked({
  email,
  language,
  timeZoneID,
  ...about
}: ValueOf<typeof contactType>): NewContact {
  const spoken = language === undefined ? undefined : languageByName(language);
  if (language !== undefined && !spoken) throw new RuleBroken('language', 'is not the name of a language');
  return {
    ...about,
    email: emailAsked('email', email),
    languageID: spoken?.id,
    timeZoneID: zoneAsked(timeZoneID)?.id,
  };
}

export function contactValue({
  languageID,
  address,
  ...contact
}: Contact): ValueOf<typeof contactInstanceType> {
  return {
    ...contact,
    address: { ...address, addressType: 'PERSONAL' },
    phones: contact.phones ?? {},
    type: contact.type ?? 'VISITOR',
    language: languageID === undefined ? undefined : languageById(languageID)?.name,
  };
}

/**
 * An account in the company's address book: what its holder lets others see.
 * @param knowsEmail whether it is shown to somebody who sees all e-mail addresses of the site
 */
export function companyContactValue(
  { profile, ...account }: AccountWithProfile,
  knowsEmail: boolean,
): ValueOf<typeof contactInstanceType> {
  const { options } = profile;
  return {
    name: `${account.firstName} ${account.lastName}`.trim(),
    title: options.titleVisible ? profile.title : undefined,
    company: profile.company,
    webExId: account.webExId,
    address: { ...(options.addressVisible && profile.address), addressType: 'GLOBAL' },
    phones: {
      phone: options.workPhoneVisible ? profile.phones.phone : undefined,
      mobilePhone: options.cellPhoneVisible ? profile.phones.mobilePhone : undefined,
      fax: options.faxVisible ? profile.phones.fax : undefined,
    },
    email: options.emailVisible || knowsEmail ? account.email : '',
    url: options.officeUrlVisible ? profile.officeurl : undefined,
    type: 'MEMBER',
    language: languageById(profile.languageID)?.name,
    locale: profile.locale,
    timeZoneID: account.timeZoneID,
  };
}
