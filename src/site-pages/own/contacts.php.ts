/**
 * contacts.php: the address book of a host. A file of contacts is brought by a form with the field FILE
 * (`multipart/form-data`), whose other fields come before it.
 */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { contentDisposition } from '../../browser/content-disposition.ts';
import { readFileForm } from '../../browser/file-form.ts';
import { isOwnFileForm, isOwnForm } from '../../browser/own-form.ts';
import { parametersOf, sentFields } from '../../browser/parameters/declared.ts';
import { type Asked, digits, mark, text, whole, word } from '../../browser/parameters/parameter.ts';
import { Refused, reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import { signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { NewContact } from '../../contacts/contact.ts';
import { MOST_CONTACTS } from '../../contacts/contacts.ts';
import { DistListNameTaken } from '../../contacts/dist-lists.ts';
import { mayKeepContacts } from '../../policies/contact.ts';
import { RuleBroken } from '../../refusal.ts';
import { isAddress } from '../../text-rules.ts';
import { type BroughtContact, broughtContacts, contactsFile } from './contact-files.ts';
import { contactsPage, groupNames } from './contacts-shown.ts';

const line = (meaning: string, longest: number) => text(meaning, { longest, cut: true, line: true });

export const CONTACTS = {
  ID: digits('the contact'),
  DO: word('what is done', ['SAVE', 'REMOVE', 'GROUP', 'UNGROUP']),
  Q: line('a part of the name, the address or the company', 128),
  GROUP: digits('the group'),
  PG: whole('which page, counted from 1', 'InvalidDataFormat'),
  EXPORT: mark('all of them as a file'),
  WAS: word('what has been done', ['SAVED', 'REMOVED', 'GROUPED', 'UNGROUPED', 'IMPORTED']),
  TAKEN: digits('how many rows of a file were taken'),
  LEFT: digits('how many were left out'),
  NAME: line('the name, of the contact or of a new group', 256),
  EM: line('the e-mail address', 192),
  COMPANY: line('the company', 256),
  TITLE: line('the job title', 256),
  PHONE: line('the telephone', 64),
  MOBILE: line('the mobile phone', 64),
  NOTES: text('notes', { longest: 2000, cut: true }),
};
export type ContactsAsked = Asked<typeof CONTACTS>;

/** Bytes of a file of contacts. */
const LARGEST_FILE = 4 * 1024 * 1024;

export async function contactsPhp(call: PageCall): Promise<FastifyReply> {
  const { request, folder } = call;
  const own = await browserSessionOf(call);
  const isFile = /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
  if (!own) {
    request.raw.resume();
    return signInPage(call, { MU: folder.address('contacts.php') });
  }
  const { account } = own;
  if (!mayKeepContacts(account)) {
    request.raw.resume();
    return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
  }
  if (isFile) return bring(call, account);
  const fields = parametersOf(request, CONTACTS);
  if (request.method !== 'POST') {
    return fields.EXPORT ? sendContacts(call, account) : contactsPage(call, account, fields);
  }
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  try {
    return redirect(call, folder.page('contacts.php', { WAS: await done(call, account, fields) }));
  } catch (error) {
    const problem = error instanceof DistListNameTaken ? 'GroupTaken' : reasonOf(error);
    if (problem === undefined) throw error;
    if (problem === 'NotFound') return show(call, { page: 'error', status: 404, problem });
    call.reply.code(400);
    return contactsPage(call, account, fields, problem);
  }
}

/** @returns what the page says afterwards */
async function done(call: PageCall, account: Account, fields: ContactsAsked): Promise<string> {
  const { contacts, distLists } = call.context;
  const id = Number(fields.ID ?? 0);
  switch (fields.DO) {
    case 'REMOVE':
      await contacts.remove(account, id);
      return 'REMOVED';
    case 'GROUP': {
      const name = fields.NAME?.trim();
      if (!name) throw new Refused('GroupNameless');
      await distLists.create(account, { name: name.slice(0, 128), contactIDs: [] });
      return 'GROUPED';
    }
    case 'UNGROUP':
      await distLists.remove(account, Number(fields.GROUP ?? 0));
      return 'UNGROUPED';
    default: {
      const wish = wishOf(fields);
      const numbers = fields.ID === undefined ? await contacts.save(account, [wish]) : [id];
      if (fields.ID !== undefined && !(await contacts.change(account, id, wish))) {
        throw new Refused('ContactTaken');
      }
      await distLists.enlist(account, numbers[0] ?? 0, groupIDs(call));
      return 'SAVED';
    }
  }
}

/** The boxes that are ticked have names of their own: `G4711`. */
function groupIDs({ request }: PageCall): number[] {
  return Object.keys(sentFields(request)).flatMap((name) => {
    const [, id] = /^G(\d{1,15})$/.exec(name) ?? [];
    return id === undefined ? [] : [Number(id)];
  });
}

function wishOf({ NAME, EM = '', COMPANY, TITLE, PHONE, MOBILE, NOTES }: ContactsAsked): NewContact {
  if (!isAddress(EM)) throw new RuleBroken('email', 'must be one e-mail address');
  return {
    email: EM,
    name: NAME?.trim() ?? '',
    company: COMPANY ?? '',
    title: TITLE ?? '',
    notes: NOTES ?? '',
    phones: { phone: PHONE ?? '', mobilePhone: MOBILE ?? '' },
  };
}

async function sendContacts({ reply, context }: PageCall, account: Account): Promise<FastifyReply> {
  const names = await groupNames(context, account);
  const file = contactsFile(await context.contacts.of(account), (id) => names.get(id) ?? []);
  return reply
    .headers({
      'Content-Type': 'text/csv; charset=UTF-8',
      'Content-Disposition': contentDisposition('attachment', 'contacts.csv'),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
    .send(file);
}

async function bring(call: PageCall, account: Account): Promise<FastifyReply> {
  const { raw, headers } = call.request;
  const body = raw.iterator({ destroyOnReturn: false });
  try {
    const form = await readFileForm(headers['content-type'] ?? '', body);
    if (!isOwnFileForm(call, form.fields)) {
      return await show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
    }
    if (!form.file) throw new Refused('NoFile');
    const file = await broughtContacts(bounded(form.file.bytes), MOST_CONTACTS);
    if (!file) throw new Refused('NoAddresses');
    await keep(call, account, file.contacts);
    const counts = { TAKEN: String(file.contacts.length), LEFT: String(file.left) };
    return redirect(call, call.folder.page('contacts.php', { WAS: 'IMPORTED', ...counts }));
  } catch (error) {
    const problem = error instanceof RuleBroken ? 'FileBroken' : reasonOf(error);
    if (problem === undefined) throw error;
    call.reply.code(400);
    return contactsPage(call, account, parametersOf(call.request, CONTACTS), problem);
  } finally {
    await body.return?.();
    raw.resume();
  }
}

async function* bounded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > LARGEST_FILE) throw new Refused('TooLarge');
    yield piece;
  }
}

/** Their groups are made where there are none of that name. */
async function keep(
  { context }: PageCall,
  account: Account,
  brought: readonly BroughtContact[],
): Promise<void> {
  const { contacts, distLists } = context;
  const numbers = await contacts.save(
    account,
    brought.map(({ contact }) => contact),
  );
  const ofGroup = new Map<string, number[]>();
  for (const [at, { groups }] of brought.entries()) {
    const number = numbers[at];
    for (const name of groups) {
      if (number !== undefined) ofGroup.set(name, [...(ofGroup.get(name) ?? []), number]);
    }
  }
  for (const [name, contactIDs] of ofGroup) {
    const [known] = await distLists.of(account, { name });
    if (known) await distLists.change(account, known.distListID, { operation: 'ADD', contactIDs });
    else await distLists.create(account, { name, contactIDs });
  }
}
