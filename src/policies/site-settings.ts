/** Who changes which setting of a site in the console, and who is told what of it. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import type { NamedSetting } from '../sites/settings/index.ts';
import { mayAdminister, maySeeSharedSecrets } from './site.ts';

/** Whoever works in the console. */
export interface SettingsReader {
  readonly account: Account;
  /** Of the installation. */
  readonly isOwner: boolean;
}

type Marks = Pick<NamedSetting, 'owner' | 'guided' | 'secret' | 'shared'>;

/** Administrators change what is not the owner's, and of the owner's what a page guides them through. */
export function mayChangeSetting({ account, isOwner }: SettingsReader, { owner, guided }: Marks): boolean {
  return mayAdminister(account) && (isOwner || !owner || guided === true);
}

/** @throws AccessDenied */
export function checkChangesSetting(reader: SettingsReader, setting: NamedSetting): void {
  if (!mayChangeSetting(reader, setting)) {
    throw new AccessDenied(`only an owner of the installation may change ${setting.path}`);
  }
}

/** Nobody is told a secret; what partners share is told to those who administer. */
export function maySeeSetting({ account }: SettingsReader, { secret, shared }: Marks): boolean {
  return !secret && (!shared || maySeeSharedSecrets(account));
}
