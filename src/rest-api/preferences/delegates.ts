/**
 * Who schedules for a host. The older interfaces name them by their webExIDs (`schedulingPermission`), this one by their
 * e-mail addresses: both are one list.
 */
import type { AccountWithProfile } from '../../accounts/account.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem } from '../rest-refusals.ts';

type Asked = Pick<RestCall, 'app' | 'site'>;

export function namesPermitted({ profile }: AccountWithProfile): string[] {
  return (profile.schedulingPermission ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Names without an account are left out. */
export async function delegateEmails({ app, site }: Asked, owner: AccountWithProfile): Promise<string[]> {
  const found = await Promise.all(namesPermitted(owner).map((name) => app.accounts.find(site, name)));
  return found.flatMap((account) => (account ? [account.email] : []));
}

/** Several may stand in one text, with commas between them, as the documented example has it. */
export function partedEmails(emails: readonly string[]): string[] {
  const all = emails.flatMap((text) => text.split(/[,;]/)).map((email) => email.trim().toLowerCase());
  return [...new Set(all)].filter((email) => email !== '');
}

/** Their webExIDs. @throws InvalidItem for an address that no account of the site has */
export async function namesOfEmails(
  { app, site }: Asked,
  element: string,
  emails: readonly string[],
): Promise<string[]> {
  return Promise.all(
    partedEmails(emails).map(async (email) => {
      const account = await app.accounts.findByEmail(site, email);
      if (account) return account.webExId;
      throw new InvalidItem(
        `'${element}' has ${email.slice(0, 100)}, who is not a user of this site.`,
        element,
      );
    }),
  );
}

export function writtenNames(names: readonly string[]): string {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase())).join(';');
}
