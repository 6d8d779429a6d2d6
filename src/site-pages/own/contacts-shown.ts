/** The address book of a host as its page shows it. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { ContactsPage } from '../../browser/pages/own-pages.ts';
import { sentFields } from '../../browser/parameters/declared.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { Contact } from '../../contacts/contact.ts';
import type { Context } from '../../context.ts';
import type { ContactsAsked } from './contacts.php.ts';

/** Rows of a page. */
const SHOWN = 50;

const DONE: ReadonlyMap<string | undefined, ContactsPage['done']> = new Map([
  ['SAVED', 'saved'],
  ['REMOVED', 'removed'],
  ['GROUPED', 'grouped'],
  ['UNGROUPED', 'ungrouped'],
  ['IMPORTED', 'imported'],
]);

/** The names of the groups of each contact. */
export async function groupNames(
  { distLists }: Pick<Context, 'distLists'>,
  account: Account,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const names = new Map<number, string[]>();
  for (const { contact, name } of await distLists.entriesOf(account)) {
    names.set(contact, [...(names.get(contact) ?? []), name]);
  }
  return names;
}

/** @param problem of what was sent, which the form shows again */
export async function contactsPage(
  call: PageCall,
  account: Account,
  fields: ContactsAsked,
  problem?: string,
): Promise<FastifyReply> {
  const { context, folder } = call;
  const isRefused = problem !== undefined;
  const isRetried = isRefused && fields.DO === 'SAVE';
  const ticked = new Set(isRetried ? Object.keys(sentFields(call.request)) : []);
  const lists = await context.distLists.of(account);
  const group = lists.find(({ distListID }) => String(distListID) === fields.GROUP && !isRefused);
  const all = await context.contacts.of(account, { distListID: group?.distListID });
  const wanted = (isRefused ? '' : (fields.Q ?? '')).trim().toLowerCase();
  const found = wanted === '' ? all : all.filter((contact) => matches(contact, wanted));
  const pages = Math.max(1, Math.ceil(found.length / SHOWN));
  const page = Math.min(Math.max(1, fields.PG ?? 1), pages);
  const names = await groupNames(context, account);
  const changed = fields.ID === undefined ? undefined : await named(call, account, fields.ID);
  const form = (more: Readonly<Record<string, string>>): Form => ({
    action: folder.address('contacts.php'),
    fields: { ...ownFormField(call), ...more },
  });
  const address = (more: Readonly<Record<string, string>> = {}) => folder.address('contacts.php', more);
  const here = {
    ...(wanted !== '' && { Q: fields.Q ?? '' }),
    ...(group && { GROUP: String(group.distListID) }),
  };
  return show(call, {
    page: 'contacts',
    problem,
    done: isRefused ? undefined : DONE.get(fields.WAS),
    imported:
      fields.TAKEN === undefined
        ? undefined
        : { taken: Number(fields.TAKEN), left: Number(fields.LEFT ?? 0) },
    search: {
      action: address(),
      Q: isRefused ? '' : (fields.Q ?? ''),
      group: group && String(group.distListID),
    },
    groups: lists.map(({ distListID, name }) => ({
      id: String(distListID),
      name,
      url: address({ GROUP: String(distListID) }),
      isHere: distListID === group?.distListID,
      remove: form({ DO: 'UNGROUP', GROUP: String(distListID) }),
    })),
    all: address(),
    total: found.length,
    contacts: found.slice((page - 1) * SHOWN, page * SHOWN).map((contact) => ({
      id: String(contact.contactID),
      name: contact.name ?? '',
      email: contact.email,
      about: [contact.title, contact.company, contact.phones?.phone].filter(Boolean).join(' · '),
      groups: names.get(contact.contactID) ?? [],
      change: address({ ...here, ID: String(contact.contactID) }),
      remove: form({ DO: 'REMOVE', ID: String(contact.contactID) }),
    })),
    before: page > 1 ? address({ ...here, PG: String(page - 1) }) : undefined,
    after: page < pages ? address({ ...here, PG: String(page + 1) }) : undefined,
    edit: {
      isNew: changed === undefined,
      given: isRetried ? sentOf(fields) : keptOf(changed),
      groups: lists.map(({ distListID, name }) => ({
        id: String(distListID),
        name,
        chosen: isRetried
          ? ticked.has(`G${distListID}`)
          : changed !== undefined && (names.get(changed.contactID) ?? []).includes(name),
      })),
      form: form({ DO: 'SAVE', ...(changed && { ID: String(changed.contactID) }) }),
    },
    makeGroup: form({ DO: 'GROUP' }),
    bring: form({}),
    fetch: address({ EXPORT: '1' }),
  });
}

async function named({ context }: PageCall, account: Account, id: string): Promise<Contact | undefined> {
  return (await context.contacts.of(account)).find(({ contactID }) => String(contactID) === id);
}

function matches({ name = '', email, company = '' }: Contact, part: string): boolean {
  return [name, email, company].some((text) => text.toLowerCase().includes(part));
}

function keptOf(contact: Contact | undefined): ContactsPage['edit']['given'] {
  return {
    NAME: contact?.name ?? '',
    EM: contact?.email ?? '',
    COMPANY: contact?.company ?? '',
    TITLE: contact?.title ?? '',
    PHONE: contact?.phones?.phone ?? '',
    MOBILE: contact?.phones?.mobilePhone ?? '',
    NOTES: contact?.notes ?? '',
  };
}

function sentOf(fields: ContactsAsked): ContactsPage['edit']['given'] {
  const { NAME = '', EM = '', COMPANY = '', TITLE = '', PHONE = '', MOBILE = '', NOTES = '' } = fields;
  return { NAME, EM, COMPANY, TITLE, PHONE, MOBILE, NOTES };
}
