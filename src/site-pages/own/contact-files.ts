/** Files of contacts: what is brought from other programs, and what is taken to them. */
import { readBatch, USUAL_FORM, writtenRows } from '../../accounts/batch/batch-file.ts';
import type { Contact, NewContact } from '../../contacts/contact.ts';
import { isAddress } from '../../text-rules.ts';

type Column =
  | 'name'
  | 'first'
  | 'last'
  | 'email'
  | 'company'
  | 'title'
  | 'phone'
  | 'mobile'
  | 'notes'
  | 'groups';

/** As we write them, and as other programs call them; in small letters, without spaces and hyphens. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'fullname', 'displayname', 'anzeigename', 'vollständigername'],
  first: ['firstname', 'givenname', 'vorname'],
  last: ['lastname', 'surname', 'familyname', 'nachname'],
  email: ['email', 'emailaddress', 'email1value', 'primaryemail', 'emailadresse', 'mail'],
  company: ['company', 'organization', 'organisation', 'organizationname', 'firma'],
  title: ['jobtitle', 'title', 'organizationtitle', 'position'],
  phone: ['phone', 'telephone', 'businessphone', 'phone1value', 'telefon', 'telefongeschäftlich'],
  mobile: ['mobilephone', 'mobile', 'cellphone', 'mobiltelefon'],
  notes: ['notes', 'notizen'],
  groups: ['groups', 'group', 'categories', 'labels', 'gruppen', 'kategorien'],
};

const COLUMN_OF = new Map(
  Object.entries(HEADINGS).flatMap(([column, names]) =>
    names.map((name) => [name, column as Column] as const),
  ),
);

export interface BroughtContact {
  readonly contact: NewContact;
  readonly groups: readonly string[];
}

export interface BroughtFile {
  readonly contacts: readonly BroughtContact[];
  /** Rows without an address that can be written to. */
  readonly left: number;
}

/**
 * @param most rows that are taken
 * @returns nothing when no column holds addresses
 * @throws RuleBroken when it is no such file
 */
export async function broughtContacts(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): Promise<BroughtFile | undefined> {
  const file = await readBatch(bytes);
  const columns = file.headings.map((heading) => COLUMN_OF.get(heading.toLowerCase().replace(/[\s_-]/g, '')));
  if (!columns.includes('email')) return undefined;
  const contacts: BroughtContact[] = [];
  let left = 0;
  for await (const { cells } of file.rows) {
    const brought = contactIn(new Map(columns.map((column, at) => [column, cells[at] ?? ''])));
    if (!brought || contacts.length >= most) left += 1;
    else contacts.push(brought);
  }
  return { contacts, left };
}

function contactIn(cells: ReadonlyMap<Column | undefined, string>): BroughtContact | undefined {
  const cell = (column: Column, longest = 256) => cells.get(column)?.trim().slice(0, longest) ?? '';
  const email = cell('email', 192);
  if (!isAddress(email)) return undefined;
  return {
    contact: {
      email,
      name: cell('name') || `${cell('first')} ${cell('last')}`.trim(),
      company: cell('company'),
      title: cell('title'),
      notes: cell('notes', 2000),
      phones: { phone: cell('phone', 64), mobilePhone: cell('mobile', 64) },
    },
    groups: cell('groups', 1000)
      .split(';')
      .map((name) => name.trim().slice(0, 128))
      .filter((name) => name !== ''),
  };
}

/** CSV that other programs read. */
export function contactsFile(
  contacts: readonly Contact[],
  groupsOf: (contactID: number) => readonly string[],
): Buffer {
  const headings = ['Name', 'E-mail', 'Company', 'Job title', 'Phone', 'Mobile phone', 'Notes', 'Groups'];
  const rows = contacts.map(
    ({ contactID, email, name = '', company = '', title = '', notes = '', phones }) => [
      name,
      email,
      company,
      title,
      phones?.phone ?? '',
      phones?.mobilePhone ?? '',
      notes,
      groupsOf(contactID).join('; '),
    ],
  );
  return writtenRows(USUAL_FORM, [headings, ...rows], true);
}
