/** What the cells of a file of users mean, each by its kind; what is none is refused with the column's name. */
import { RuleBroken } from '../../refusal.ts';
import { isAddress } from '../../text-rules.ts';
import { languageById, languageByName } from '../../time/languages.ts';
import { GMT, parseSiteTime, toInstant } from '../../time/site-time.ts';
import { timeZone } from '../../time/time-zones.ts';
import { PRIVILEGES, type Privilege, type Privileges, type Profile } from '../account-profile.ts';

export function within(element: string, text: string, longest: number): string {
  if ([...text].length > longest) throw new RuleBroken(element, `must have at most ${longest} characters`);
  return text;
}

/** What nobody can be without. */
export function filled(element: string, text: string, longest: number): string {
  if (text === '') throw new RuleBroken(element, 'must not be empty');
  return within(element, text, longest);
}

export function yesOrNo(element: string, text: string): boolean {
  if (/^(?:y|yes|true|1|on)$/i.test(text)) return true;
  if (/^(?:n|no|false|0|off)$/i.test(text)) return false;
  throw new RuleBroken(element, 'must be Y or N');
}

export function written(isSo: boolean): string {
  return isSo ? 'Y' : 'N';
}

export function emailIn(element: string, text: string): string {
  if (!isAddress(text)) throw new RuleBroken(element, 'must be one e-mail address');
  return within(element, text, 192);
}

export function webExIdIn(text: string): string {
  if (/[\p{Cc}<>"\\]/u.test(text)) {
    throw new RuleBroken('UserName', 'must not contain control characters, <, >, " or \\');
  }
  return filled('UserName', text, 128);
}

export function personalUrlIn(text: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) {
    throw new RuleBroken('PersonalURL', 'must be letters, digits, dots, hyphens and underscores');
  }
  return within('PersonalURL', text, 128);
}

/** What the words of the original's files mean. */
const ROLES: Readonly<Record<string, Partial<Privileges>>> = {
  HOST: { host: true, siteAdmin: false, roSiteAdmin: false, attendeeOnly: false },
  ADMN: { host: true, siteAdmin: true, roSiteAdmin: false, attendeeOnly: false },
  ADMV: { host: true, siteAdmin: false, roSiteAdmin: true, attendeeOnly: false },
  ATTND: { host: false, siteAdmin: false, roSiteAdmin: false, attendeeOnly: true },
};

export function roleIn(text: string): Partial<Privileges> {
  const role = ROLES[text.toUpperCase()];
  if (!role) throw new RuleBroken('HostPrivilege', `must be one of ${Object.keys(ROLES).join(', ')}`);
  return role;
}

export function roleOf({ siteAdmin, roSiteAdmin, attendeeOnly, host }: Privileges): string {
  if (siteAdmin) return 'ADMN';
  if (roSiteAdmin) return 'ADMV';
  return attendeeOnly || !host ? 'ATTND' : 'HOST';
}

/** Those that `HostPrivilege` says nothing of. */
export function otherPrivileges(): Privilege[] {
  return PRIVILEGES.filter((privilege) => ROLES.HOST?.[privilege] === undefined);
}

export function languageIn(text: string): Pick<Profile, 'languageID' | 'locale'> {
  const language = /^\d+$/.test(text) ? languageById(Number(text)) : languageByName(text.toUpperCase());
  if (!language)
    throw new RuleBroken('Language', 'must be the name or the number of a language, such as ENGLISH');
  return { languageID: language.id, locale: language.locale };
}

export function zoneIn(text: string): number {
  const zone = /^\d+$/.test(text) ? timeZone(Number(text)) : undefined;
  if (!zone) throw new RuleBroken('TimeZone', 'must be the number of a time zone, such as 4');
  return zone.id;
}

export function expiryIn(text: string): number | null {
  if (text === '') return null;
  const local = parseSiteTime(/^\S+$/.test(text) ? `${text} 00:00:00` : text);
  if (!local) throw new RuleBroken('ExpirationDate', 'must be a date such as 12/31/2030');
  return toInstant(local, GMT);
}

export function numbersIn(element: string, text: string): number[] {
  const parts = text.split(/[;,\s]+/).filter(Boolean);
  if (!parts.every((one) => /^\d{1,6}$/.test(one))) {
    throw new RuleBroken(element, 'must be numbers with semicolons, such as 1;3');
  }
  return parts.map(Number);
}
