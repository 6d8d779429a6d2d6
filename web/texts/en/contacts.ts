/** The texts of the address book of a host. */

export const texts = () => ({
  contacts: {
    heading: 'Contacts',
    lead: 'People whom you meet again. They are suggested when you schedule.',
    count: (count: number): string => (count === 1 ? '1 contact' : `${count} contacts`),
    searchLabel: 'Search by name, address or company',
    search: 'Search',
    all: 'Show all',
    none: 'No contacts yet',
    noneHint: 'Add the first one here, or import a file.',
    noneFound: 'Nobody is called that',
    pages: 'Pages',
    before: 'Previous page',
    after: 'Next page',
    change: 'Edit',
    changeName: (name: string): string => `Edit ${name}`,
    remove: 'Delete',
    removeName: (name: string): string => `Delete ${name}`,
    add: 'Add a contact',
    edit: 'Edit the contact',
    cancel: 'Cancel',
    name: 'Name',
    email: 'E-mail address',
    company: 'Company',
    title: 'Job title',
    phone: 'Telephone',
    mobile: 'Mobile phone',
    notes: 'Notes',
    save: 'Save',
    groups: 'Groups',
    noGroups: 'Groups gather contacts whom you invite together.',
    newGroup: 'Name of a new group',
    makeGroup: 'Make a group',
    files: 'Import and export',
    filesHint: 'CSV as other programs write it, with headings. An address that is there already is updated.',
    file: 'File of contacts',
    bring: 'Import',
    fetch: 'Export all as CSV',
    imported: (taken: number, left: number): string =>
      `${taken === 1 ? '1 contact is' : `${taken} contacts are`} imported.${
        left === 0
          ? ''
          : ` ${left === 1 ? '1 row was' : `${left} rows were`} left out: no e-mail address, or no room.`
      }`,
    done: {
      saved: 'The contact is saved.',
      removed: 'The contact is deleted.',
      grouped: 'The group is made.',
      ungrouped: 'The group is deleted. Its contacts are kept.',
      imported: 'The file is imported.',
    },
    /** Beside those that every page knows. */
    problems: new Map([
      ['ContactTaken', 'Another contact has this e-mail address already.'],
      ['GroupTaken', 'There is a group of this name already.'],
      ['GroupNameless', 'The group needs a name.'],
      ['NoFile', 'Choose a file first.'],
      ['NoAddresses', 'No column of the file has e-mail addresses. Call its heading “E-mail”.'],
      ['FileBroken', 'This is not a file of text with rows and columns (CSV).'],
      ['TooLarge', 'The file is larger than 4 MB.'],
      ['InvalidDataFormat', 'There is no room for more contacts.'],
    ]),
  },
});
