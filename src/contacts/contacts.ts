/** The contacts of accounts: each account sees its own. */
import { sql } from 'kysely';
import type { Account } from '../accounts/account.ts';
import { accountLock } from '../accounts/account-rows.ts';
import { type Database, type Params, UniqueViolation } from '../database/database.ts';
import { AddressBookFull, type Contact, ContactNotFound, type NewContact } from './contact.ts';

/** Contacts that an account may keep. */
export const MOST_CONTACTS = 5000;

/** The list whose contacts are asked for, by number, by name in any case, or by both. */
export interface ListAsked {
  readonly distListID?: number | undefined;
  readonly name?: string | undefined;
}

interface ContactRow {
  readonly id: number;
  readonly email: string;
  readonly document: string;
}

interface StoredContact {
  readonly account: number;
  readonly email: string;
  readonly email_key: string;
  readonly name_key: string;
  readonly document: string;
}

export type Contacts = ReturnType<typeof openContacts>;

export function openContacts(database: Database) {
  const locked = accountLock(database);
  const counted = database.prepare((db, p: Params<{ account: number }>) =>
    db
      .selectFrom('contact')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('account', '=', p('account')),
  );
  const put = database.prepare((db, p: Params<StoredContact>) =>
    db
      .insertInto('contact')
      .values({
        account: p('account'),
        email: p('email'),
        email_key: p('email_key'),
        name_key: p('name_key'),
        address_type: 'PERSONAL',
        document: p('document'),
      })
      .onConflict((conflict) =>
        conflict.columns(['account', 'email_key']).doUpdateSet((eb) => ({
          email: eb.ref('excluded.email'),
          name_key: eb.ref('excluded.name_key'),
          document: eb.ref('excluded.document'),
        })),
      )
      .returning('id'),
  );

  const update = database.prepare((db, p: Params<StoredContact & { id: number }>) =>
    db
      .updateTable('contact')
      .set({
        email: p('email'),
        email_key: p('email_key'),
        name_key: p('name_key'),
        document: p('document'),
      })
      .where('id', '=', p('id'))
      .where('account', '=', p('account')),
  );
  type Named = { id: number; account: number };
  const toRemove = database.prepare<Named, { id: number }>((db, p) =>
    database.locked(
      db.selectFrom('contact').select('id').where('id', '=', p('id')).where('account', '=', p('account')),
    ),
  );
  const offEveryList = database.prepare((db, p: Params<{ contact: number }>) =>
    db.deleteFrom('dist_list_contact').where('contact', '=', p('contact')),
  );
  const remove = database.prepare((db, p: Params<Named>) =>
    db.deleteFrom('contact').where('id', '=', p('id')).where('account', '=', p('account')),
  );

  return {
    /**
     * Keeps people, all or none; one of an address that is there takes the place of what was known of it.
     * Gives their numbers in the order given.
     * @throws AddressBookFull when the address book has no room for more
     */
    async save(account: Account, people: readonly NewContact[]): Promise<number[]> {
      if (people.length > MOST_CONTACTS) throw full();
      return database.write(async (tx) => {
        await locked.first({ account: account.id }, tx);
        const numbers: number[] = [];
        for (const { email, ...about } of people) {
          const row = await put.first(
            {
              account: account.id,
              email,
              email_key: email.toLowerCase(),
              name_key: (about.name ?? '').toLowerCase(),
              document: JSON.stringify(about),
            },
            tx,
          );
          if (row) numbers.push(row.id);
        }
        const now = await counted.first({ account: account.id }, tx);
        if (now && now.count > MOST_CONTACTS) throw full();
        return numbers;
      });
    },

    /** Those of whom a name or the address begins with a text, in any case; by their names. */
    async matching(account: Account, text: string, most: number): Promise<Contact[]> {
      const begins = text.toLowerCase().replace(/[\\%_]/g, '\\$&');
      const query = sql<ContactRow>`select id, email, document from contact where account = ${account.id}
        and (email_key like ${`${begins}%`} escape '\\' or name_key like ${`${begins}%`} escape '\\'
          or name_key like ${`% ${begins}%`} escape '\\')
        order by name_key, id limit ${most}`;
      return (await database.all<ContactRow>(query.compile(database.builder))).map(contactOf);
    },

    /**
     * Changes one of them.
     * @returns whether that was done: another contact may have the address
     * @throws ContactNotFound when there is no such contact
     */
    async change(account: Account, contactID: number, { email, ...about }: NewContact): Promise<boolean> {
      try {
        const changed = await database.write(async (tx) =>
          update.run(
            {
              id: contactID,
              account: account.id,
              email,
              email_key: email.toLowerCase(),
              name_key: (about.name ?? '').toLowerCase(),
              document: JSON.stringify(about),
            },
            tx,
          ),
        );
        if (changed === 0) throw new ContactNotFound(contactID);
        return true;
      } catch (error) {
        if (error instanceof UniqueViolation) return false;
        throw error;
      }
    },

    /**
     * Takes one out of the address book, and off every list.
     * @throws ContactNotFound when there is no such contact
     */
    async remove(account: Account, contactID: number): Promise<void> {
      const named = { id: contactID, account: account.id };
      await database.write(async (tx) => {
        if (!(await toRemove.first(named, tx))) throw new ContactNotFound(contactID);
        await offEveryList.run({ contact: contactID }, tx);
        await remove.run(named, tx);
      });
    },

    /** The contacts of an account by their names, those of one list if it is asked for. */
    async of(account: Account, { distListID, name }: ListAsked = {}): Promise<Contact[]> {
      let query = database.builder
        .selectFrom('contact')
        .select(['contact.id', 'contact.email', 'contact.document'])
        .where('contact.account', '=', account.id)
        .orderBy('contact.name_key')
        .orderBy('contact.id');
      if (distListID !== undefined || name !== undefined) {
        query = query.where((eb) => {
          let lists = eb
            .selectFrom('dist_list_contact')
            .innerJoin('dist_list', 'dist_list.id', 'dist_list_contact.dist_list')
            .select('dist_list_contact.contact')
            .where('dist_list.account', '=', account.id);
          if (distListID !== undefined) lists = lists.where('dist_list.id', '=', distListID);
          if (name !== undefined) lists = lists.where('dist_list.name_key', '=', name.toLowerCase());
          return eb('contact.id', 'in', lists);
        });
      }
      return (await database.all<ContactRow>(query.compile())).map(contactOf);
    },
  };
}

function contactOf({ id, email, document }: ContactRow): Contact {
  return { ...(JSON.parse(document) as Omit<NewContact, 'email'>), email, contactID: id };
}

function full(): AddressBookFull {
  return new AddressBookFull('contacts', MOST_CONTACTS);
}
