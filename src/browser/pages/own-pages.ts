/** What the pages of somebody's own account know. */
import type { Form } from './form.ts';

export interface ProfilePage {
  readonly page: 'profile';
  /** A word of the URL API. */
  readonly problem?: string | undefined;
  readonly isSaved: boolean;
  readonly webExId: string;
  readonly given: Readonly<Record<'FN' | 'LN' | 'EM' | 'COMPANY' | 'TITLE' | 'PHONE' | 'MOBILE', string>>;
  /** As values of the field TimeZone, in the order of the clocks. */
  readonly zones: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
  readonly mayChangeNames: boolean;
  /** Where the address is confirmed, while it is not. */
  readonly confirmEmail?: string | undefined;
  /** Nothing where another system keeps the accounts. */
  readonly form?: Form | undefined;
  readonly password?: string | undefined;
  readonly devices: string;
  readonly picture: ProfilePicture;
}

export interface ProfilePicture {
  /** Its address; nothing where there is none. */
  readonly shown?: string | undefined;
  /** What has just been done with it. */
  readonly done?: 'saved' | 'removed' | undefined;
  /** A word of the URL API, of a file that was not taken. */
  readonly problem?: string | undefined;
  readonly put: Form;
  readonly remove: Form;
}

export interface DevicesPage {
  readonly page: 'devices';
  readonly done?: 'ended' | 'others' | undefined;
  readonly devices: readonly ShownDevice[];
  /** Signs out every other one; nothing where there is none. */
  readonly endOthers?: Form | undefined;
  readonly profile: string;
}

export interface ShownDevice {
  readonly id: string;
  readonly browser?: string | undefined;
  readonly system?: string | undefined;
  readonly isThis: boolean;
  /** In words, on the clock of the account. */
  readonly signedIn: string;
  readonly lastSeen: string;
  readonly address?: string | undefined;
  readonly bySingleSignOn: boolean;
  /** Nothing of the one that asks. */
  readonly end?: Form | undefined;
}

export interface RoomSettingsPage {
  readonly page: 'room-settings';
  readonly problem?: string | undefined;
  readonly isSaved: boolean;
  /** Its address, as people send it. */
  readonly url: string;
  /** What stands before the part of the address that can be chosen. */
  readonly urlBase: string;
  readonly number: string;
  readonly given: Readonly<Record<'TITLE' | 'WELCOME' | 'ADDRESS' | 'PIN' | 'WAIT', string>>;
  readonly mayChangeAddress: boolean;
  readonly locks: boolean;
  readonly mails: boolean;
  readonly form: Form;
}

export interface ContactsPage {
  readonly page: 'contacts';
  readonly problem?: string | undefined;
  readonly done?: 'saved' | 'removed' | 'grouped' | 'ungrouped' | 'imported' | undefined;
  /** After an import: rows that were taken, and those without an address. */
  readonly imported?: { readonly taken: number; readonly left: number } | undefined;
  readonly search: { readonly action: string; readonly Q: string; readonly group?: string | undefined };
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly isHere: boolean;
    readonly remove: Form;
  }[];
  /** The page of all of them. */
  readonly all: string;
  readonly total: number;
  readonly contacts: readonly ShownContact[];
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The one that is changed, or a new one. */
  readonly edit: {
    readonly isNew: boolean;
    readonly given: Readonly<
      Record<'NAME' | 'EM' | 'COMPANY' | 'TITLE' | 'PHONE' | 'MOBILE' | 'NOTES', string>
    >;
    readonly groups: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
    readonly form: Form;
  };
  readonly makeGroup: Form;
  /** Its field FILE comes last. */
  readonly bring: Form;
  readonly fetch: string;
}

export interface ShownContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly about: string;
  readonly groups: readonly string[];
  readonly change: string;
  readonly remove: Form;
}
