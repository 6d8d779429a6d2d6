/** Shares a recording with accounts of the site, and takes it from them again. */
import type { Account } from '../../accounts/account.ts';
import { type Recording, RecordingNotFound } from '../../recordings/recording.ts';
import { bool, list, optional, text } from '../../xml/schema.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { hostNamed, judgeFor } from './found-recording.ts';

const MOST = 100;

export const ACCESS_LIST = {
  hostEmail: optional(text({ max: 192, format: 'email' })),
  addEmails: list(text({ max: 192, format: 'email' }), { max: MOST }),
  removeEmails: list(text({ max: 192, format: 'email' }), { max: MOST }),
  sendEmail: optional(bool()),
};

export interface AccessListChange {
  readonly hostEmail?: string | undefined;
  readonly addEmails?: readonly string[] | undefined;
  readonly removeEmails?: readonly string[] | undefined;
  readonly sendEmail?: boolean | undefined;
}

/**
 * Who has it now and did not before is written a mail, where nobody says otherwise.
 * @throws InvalidItem for an address that nobody has, or has confirmed; RecordingNotFound, AccessDenied
 */
export async function changeAccessList(
  call: RestCall,
  recordID: number,
  { hostEmail, addEmails = [], removeEmails = [], sendEmail = true }: AccessListChange,
): Promise<void> {
  const { app, site } = call;
  const judge = judgeFor(call, await hostNamed(call, hostEmail));
  // Whose recording it is not is told nothing of addresses, be there such a recording or none.
  const named = await app.recordings.find(site, recordID);
  if (!named) throw new RecordingNotFound(recordID);
  judge(named);
  const adds = await accountsOf(call, 'addEmails', addEmails);
  const removes = await accountsOf(call, 'removeEmails', removeEmails);
  const byId = new Map(adds.map((account) => [account.id, account]));
  await app.recordingShares.change(site, recordID, judge, {
    adds: adds.map(({ id }) => id),
    removes: removes.map(({ id }) => id),
    tell: async (tx, id, recording) => {
      const account = byId.get(id);
      if (!sendEmail || !account) return;
      const told = { recording, host: await hostOf(call, recording) };
      await app.mail.notices.recordingShared(tx, site, await app.accounts.withProfile(account, tx), told);
    },
  });
}

async function hostOf({ app, account }: RestCall, { host }: Recording): Promise<Account> {
  return (host === account.id ? account : await app.accounts.findById(host)) ?? account;
}

/** By addresses that are theirs for certain: what is shared opens without a password. */
async function accountsOf(
  { app, site }: RestCall,
  element: string,
  emails: readonly string[],
): Promise<readonly Account[]> {
  const found: Account[] = [];
  for (const email of emails) {
    const account = await app.accounts.findByEmail(site, email);
    if (!account?.emailConfirmed) {
      throw new InvalidItem(`'${element}' has an address that is not a user of this site: ${email}`, element);
    }
    found.push(account);
  }
  return found;
}
