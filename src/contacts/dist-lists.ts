/** Distribution lists: contacts of an account under one name. */
import type { Account } from '../accounts/account.ts';
import { accountLock } from '../accounts/account-rows.ts';
import { type Database, type Executor, type Params, UniqueViolation } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import { AddressBookFull, ContactNotFound } from './contact.ts';
import type { ListAsked } from './contacts.ts';

/** Distribution lists that an account may keep. */
export const MOST_LISTS = 500;

export interface NewDistList {
  readonly name: string;
  readonly description?: string | undefined;
  readonly contactIDs: readonly number[];
}

export interface DistList {
  readonly distListID: number;
  readonly name: string;
  readonly description: string | undefined;
}

export const CONTACT_OPERATIONS = ['ADD', 'DELETE', 'DELETE_ALL'] as const;
export type ContactOperation = (typeof CONTACT_OPERATIONS)[number];

/** What is absent stays. */
export interface DistListChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly operation: ContactOperation;
  /** For ADD and DELETE. */
  readonly contactIDs: readonly number[];
}

export class DistListNotFound extends Refusal {
  constructor(distListID: number) {
    super(`there is no distribution list ${distListID}`);
  }
}

export class DistListNameTaken extends Refusal {
  constructor(name: string) {
    super(`there is a distribution list ${name} already`);
  }
}

export type DistLists = ReturnType<typeof openDistLists>;

/** That a contact is on a list. */
export interface ListEntry {
  readonly list: number;
  readonly name: string;
  readonly contact: number;
}

interface ListRow {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
}

export function openDistLists(database: Database) {
  const locked = accountLock(database);
  const counted = database.prepare((db, p: Params<{ account: number }>) =>
    db
      .selectFrom('dist_list')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('account', '=', p('account')),
  );
  const insert = database.prepare(
    (db, p: Params<{ account: number; name: string; key: string; description: string | null }>) =>
      db
        .insertInto('dist_list')
        .values({
          account: p('account'),
          name: p('name'),
          name_key: p('key'),
          description: p('description'),
          address_type: 'PERSONAL',
        })
        .returning('id'),
  );
  const toChange = database.prepare<{ id: number; account: number }, ListRow>((db, p) =>
    database.locked(
      db
        .selectFrom('dist_list')
        .select(['id', 'name', 'description'])
        .where('id', '=', p('id'))
        .where('account', '=', p('account')),
    ),
  );
  const update = database.prepare(
    (db, p: Params<{ id: number; name: string; key: string; description: string | null }>) =>
      db
        .updateTable('dist_list')
        .set({ name: p('name'), name_key: p('key'), description: p('description') })
        .where('id', '=', p('id')),
  );
  const ownContact = database.prepare((db, p: Params<{ id: number; account: number }>) =>
    db.selectFrom('contact').select('id').where('id', '=', p('id')).where('account', '=', p('account')),
  );
  type Entry = { list: number; contact: number };
  const enter = database.prepare((db, p: Params<Entry>) =>
    db
      .insertInto('dist_list_contact')
      .values({ dist_list: p('list'), contact: p('contact') })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const strike = database.prepare((db, p: Params<Entry>) =>
    db.deleteFrom('dist_list_contact').where('dist_list', '=', p('list')).where('contact', '=', p('contact')),
  );
  const strikeAll = database.prepare((db, p: Params<{ list: number }>) =>
    db.deleteFrom('dist_list_contact').where('dist_list', '=', p('list')),
  );

  const strikeContact = database.prepare((db, p: Params<{ contact: number }>) =>
    db.deleteFrom('dist_list_contact').where('contact', '=', p('contact')),
  );
  const remove = database.prepare((db, p: Params<{ id: number }>) =>
    db.deleteFrom('dist_list').where('id', '=', p('id')),
  );
  const entries = database.prepare<{ account: number }, ListEntry>((db, p) =>
    db
      .selectFrom('dist_list_contact')
      .innerJoin('dist_list', 'dist_list.id', 'dist_list_contact.dist_list')
      .select(['dist_list.id as list', 'dist_list.name as name', 'dist_list_contact.contact as contact'])
      .where('dist_list.account', '=', p('account'))
      .orderBy('dist_list.name_key'),
  );

  async function enterAll(
    account: Account,
    list: number,
    contactIDs: readonly number[],
    tx: Executor,
  ): Promise<void> {
    for (const contact of contactIDs) {
      if (!(await ownContact.first({ id: contact, account: account.id }, tx))) {
        throw new ContactNotFound(contact);
      }
      await enter.run({ list, contact }, tx);
    }
  }

  return {
    /**
     * Gives its number.
     * @throws DistListNameTaken when the host has another list of that name
     * @throws ContactNotFound when there is no such contact
     * @throws AddressBookFull when the address book has no room for more
     */
    async create(account: Account, { name, description, contactIDs }: NewDistList): Promise<number> {
      return named(name, () =>
        database.write(async (tx) => {
          await locked.first({ account: account.id }, tx);
          const before = await counted.first({ account: account.id }, tx);
          if (before && before.count >= MOST_LISTS) {
            throw new AddressBookFull('distribution lists', MOST_LISTS);
          }
          const row = await insert.first(
            { account: account.id, name, key: name.toLowerCase(), description: description ?? null },
            tx,
          );
          const id = row?.id ?? 0;
          await enterAll(account, id, contactIDs, tx);
          return id;
        }),
      );
    },

    /**
     * All or nothing is changed.
     * @throws DistListNotFound when there is no such list
     * @throws DistListNameTaken when the host has another list of that name
     * @throws ContactNotFound when there is no such contact
     */
    async change(account: Account, distListID: number, change: DistListChange): Promise<void> {
      await named(change.name ?? '', () =>
        database.write(async (tx) => {
          const list = await toChange.first({ id: distListID, account: account.id }, tx);
          if (!list) throw new DistListNotFound(distListID);
          const name = change.name ?? list.name;
          const description = change.description ?? list.description;
          await update.run({ id: list.id, name, key: name.toLowerCase(), description }, tx);
          switch (change.operation) {
            case 'ADD':
              return enterAll(account, list.id, change.contactIDs, tx);
            case 'DELETE':
              for (const contact of change.contactIDs) {
                if ((await strike.run({ list: list.id, contact }, tx)) === 0) {
                  throw new ContactNotFound(contact);
                }
              }
              return;
            case 'DELETE_ALL':
              await strikeAll.run({ list: list.id }, tx);
          }
        }),
      );
    },

    /**
     * Ends a list; its contacts stay.
     * @throws DistListNotFound when there is no such list
     */
    async remove(account: Account, distListID: number): Promise<void> {
      await database.write(async (tx) => {
        const list = await toChange.first({ id: distListID, account: account.id }, tx);
        if (!list) throw new DistListNotFound(distListID);
        await strikeAll.run({ list: list.id }, tx);
        await remove.run({ id: list.id }, tx);
      });
    },

    /**
     * Puts a contact on these lists of the account, and off all others.
     * @throws ContactNotFound when there is no such contact
     * @throws DistListNotFound when one of them is no list of the account
     */
    async enlist(account: Account, contactID: number, distListIDs: readonly number[]): Promise<void> {
      await database.write(async (tx) => {
        if (!(await ownContact.first({ id: contactID, account: account.id }, tx))) {
          throw new ContactNotFound(contactID);
        }
        await strikeContact.run({ contact: contactID }, tx);
        for (const id of distListIDs) {
          const list = await toChange.first({ id, account: account.id }, tx);
          if (!list) throw new DistListNotFound(id);
          await enter.run({ list: list.id, contact: contactID }, tx);
        }
      });
    },

    /** On which lists the contacts of an account are. */
    async entriesOf(account: Account): Promise<readonly ListEntry[]> {
      return entries.all({ account: account.id });
    },

    /** The lists of an account by their names; by number, by name in any case, or by both. */
    async of(account: Account, { distListID, name }: ListAsked = {}): Promise<DistList[]> {
      let query = database.builder
        .selectFrom('dist_list')
        .select(['id', 'name', 'description'])
        .where('account', '=', account.id)
        .orderBy('name_key');
      if (distListID !== undefined) query = query.where('id', '=', distListID);
      if (name !== undefined) query = query.where('name_key', '=', name.toLowerCase());
      const rows = await database.all<ListRow>(query.compile());
      return rows.map((row) => ({
        distListID: row.id,
        name: row.name,
        description: row.description ?? undefined,
      }));
    },
  };
}

/** The name is the only thing that two lists may not share. */
async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueViolation) throw new DistListNameTaken(name);
    throw error;
  }
}
