/** Invitations of people who had no account: they are an account's as soon as its e-mail address is confirmed. */
import type { ConfirmedAddress, Invitations } from '../accounts/accounts.ts';
import type { Database, Executor, Params } from '../database/database.ts';
import { openMembers } from './members.ts';
import { attendeeOf, sessionOf } from './session-rows.ts';
import { sessionStatements } from './session-statements.ts';

export function openWaitingInvitations(database: Database): Invitations {
  const statements = sessionStatements(database);
  const members = openMembers(statements);
  const waiting = database.prepare<{ site: number; key: string }, { session: number }>((db, p) =>
    db
      .selectFrom('attendee')
      .innerJoin('session', 'session.id', 'attendee.session')
      .select('attendee.session')
      .where('attendee.email_key', '=', p('key'))
      .where('attendee.account', 'is', null)
      .where('session.site', '=', p('site'))
      // In one order, so that two writes never wait for each other.
      .orderBy('attendee.session'),
  );
  const take = database.prepare((db, p: Params<{ session: number; key: string; account: number }>) =>
    db
      .updateTable('attendee')
      .set({ account: p('account') })
      .where('session', '=', p('session'))
      .where('email_key', '=', p('key'))
      .where('account', 'is', null),
  );

  return {
    async handOver({ id: account, site, email }: ConfirmedAddress, tx: Executor): Promise<void> {
      const key = email.toLowerCase();
      for (const { session: id } of await waiting.all({ site, key }, tx)) {
        const row = await statements.toChangeById.first({ id }, tx);
        if (!row || (await take.run({ session: id, key, account }, tx)) === 0) continue;
        const people = await statements.attendees.all({ session: id }, tx);
        await members.replace(sessionOf(row), people.map(attendeeOf), tx);
        await statements.touch.run({ id }, tx);
      }
    },
  };
}
