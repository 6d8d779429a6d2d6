/** A contact: somebody whom a host keeps in their address book. */
import type { Address, Phones } from '../accounts/account-profile.ts';
import { Refusal } from '../refusal.ts';
import type { JoinStatus, PersonType } from '../sessions/attendee.ts';

export interface NewContact {
  readonly email: string;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly company?: string | undefined;
  readonly webExId?: string | undefined;
  readonly address?: Address | undefined;
  readonly phones?: Phones | undefined;
  readonly notes?: string | undefined;
  readonly url?: string | undefined;
  readonly type?: PersonType | undefined;
  readonly joinStatus?: JoinStatus | undefined;
  readonly languageID?: number | undefined;
  readonly locale?: string | undefined;
  readonly timeZoneID?: number | undefined;
}

export interface Contact extends NewContact {
  readonly contactID: number;
}

/** The account has no such contact, or the list that it is to be taken off does not hold it. */
export class ContactNotFound extends Refusal {
  constructor(contactID: number) {
    super(`there is no contact ${contactID}`);
  }
}

/** More contacts or distribution lists than an account may keep. */
export class AddressBookFull extends Refusal {
  constructor(what: string, limit: number) {
    super(`an account may keep ${limit} ${what}`);
  }
}
