/** Changing settings: from the words of a command line, whether a change may stand, and what it touches. */
import { isDeepStrictEqual } from 'node:util';
import type { Partially } from '../../merge.ts';
import { RuleBroken } from '../../refusal.ts';
import { allSettings, type NamedSetting, SITE_SETTINGS, type SiteSettings } from './index.ts';
import { isSetting, type Setting, type SettingGroup, type SettingShape, type TextFormat } from './setting.ts';

export type SettingsChange = Partially<SiteSettings>;

/**
 * `security.allMeetingsPassword` and `true` become the change that says so.
 * @throws RuleBroken when there is no such path, or the value cannot be read
 */
export function changeFromText(path: string, value: string): SettingsChange {
  return changeAt(path, parsed(path, settingAt(path), value));
}

/** @param value of the type that the setting at the path has */
export function changeAt(path: string, value: unknown): SettingsChange {
  // The table says which type that is.
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as SettingsChange;
}

function settingAt(path: string): Setting {
  let entry: Setting | SettingGroup = SITE_SETTINGS;
  for (const name of path.split('.')) {
    if (isSetting(entry)) throw new RuleBroken(path, 'is not a setting of a site');
    const inner: Setting | SettingGroup | undefined = Object.hasOwn(entry, name) ? entry[name] : undefined;
    if (inner === undefined) throw new RuleBroken(path, `must be one of ${Object.keys(entry).join(', ')}`);
    entry = inner;
  }
  if (!isSetting(entry)) {
    throw new RuleBroken(path, `is a group: name one setting in it, of ${Object.keys(entry).join(', ')}`);
  }
  return entry;
}

function parsed(path: string, { kind }: Setting, value: string): unknown {
  switch (kind) {
    case 'switch':
      if (value !== 'true' && value !== 'false') throw new RuleBroken(path, 'must be true or false');
      return value === 'true';
    case 'number':
    case 'fraction':
      return value.trim() === '' ? Number.NaN : Number(value);
    case 'words':
      return entriesOf(value);
    case 'numbers':
      return entriesOf(value).map(Number);
    case 'json':
      try {
        return JSON.parse(value);
      } catch {
        throw new RuleBroken(path, 'must be JSON');
      }
    default:
      return value;
  }
}

function entriesOf(value: string): string[] {
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** @throws RuleBroken when a setting does not allow its value, with the first such value */
export function checkChange(change: SettingsChange): void {
  for (const setting of allSettings()) {
    const value = valueAt(change, setting.path);
    if (value !== undefined) checkValue(setting, value);
  }
}

function checkValue(setting: NamedSetting, value: unknown): void {
  const { path, kind, shape, maxEntries } = setting;
  if (kind === 'number') checkWholeNumber(setting, value);
  if (kind === 'fraction' && !(Number.isFinite(value) && (value as number) >= 0)) {
    throw new RuleBroken(path, 'must be a number');
  }
  if (kind === 'word' && !setting.values?.includes(String(value))) {
    throw new RuleBroken(path, `must be one of ${setting.values?.join(', ')}`);
  }
  if (kind === 'switch' && typeof value !== 'boolean') throw new RuleBroken(path, 'must be true or false');
  if (kind === 'text') checkText(setting, value);
  if (kind === 'words') {
    if (!Array.isArray(value)) throw new RuleBroken(path, 'must be a list');
    for (const entry of value as readonly unknown[]) checkText({ path }, entry);
  }
  if (kind === 'numbers') {
    if (!Array.isArray(value)) throw new RuleBroken(path, 'must be a list');
    for (const entry of value as readonly unknown[]) checkWholeNumber({ path, min: 1 }, entry);
  }
  if (shape !== undefined) checkShape(path, shape, value);
  if (maxEntries !== undefined && Array.isArray(value) && value.length > maxEntries) {
    throw new RuleBroken(path, `may have at most ${maxEntries} entries`);
  }
}

const FORMATS: Readonly<
  Record<TextFormat, { readonly fits: (text: string) => boolean; readonly rule: string }>
> = {
  line: { fits: (text) => !/\p{Cc}/u.test(text), rule: 'must be one line' },
  colour: { fits: (text) => /^#[0-9a-f]{6}$/i.test(text), rule: 'must be a colour such as #1f5fbf' },
  address: {
    fits: (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    rule: 'must be an address that begins with https:// or http://',
  },
};

function checkText(
  { path, format, longest = LONGEST_TEXT }: Pick<NamedSetting, 'path' | 'format' | 'longest'>,
  value: unknown,
): void {
  if (typeof value !== 'string') throw new RuleBroken(path, 'must be a text');
  if (value.length > longest) throw new RuleBroken(path, `may have at most ${longest} characters`);
  // PostgreSQL keeps no NUL in a document.
  if (value.includes('\0')) throw new RuleBroken(path, 'may not have a NUL');
  if (format === undefined || value === '') return;
  const { fits, rule } = FORMATS[format];
  if (!fits(value)) throw new RuleBroken(path, rule);
}

/** A certificate is the longest that anybody sets. */
const LONGEST_TEXT = 20_000;

function checkWholeNumber(
  { path, min = 0, max }: Pick<NamedSetting, 'path' | 'min' | 'max'>,
  value: unknown,
): void {
  if (!Number.isSafeInteger(value)) throw new RuleBroken(path, 'must be a whole number');
  const number = value as number;
  if (number < min || (max !== undefined && number > max)) {
    throw new RuleBroken(
      path,
      max === undefined ? `must be ${min} or more` : `must be from ${min} to ${max}`,
    );
  }
}

function checkShape(path: string, shape: SettingShape, value: unknown): void {
  if (shape === 'anything') return;
  if (typeof shape === 'string') {
    const fits = {
      text: typeof value === 'string',
      number: Number.isSafeInteger(value),
      switch: typeof value === 'boolean',
    };
    if (!fits[shape]) throw new RuleBroken(path, `must be a ${shape === 'switch' ? 'boolean' : shape}`);
    return;
  }
  if ('oneOf' in shape) {
    if (!shape.oneOf.includes(String(value))) {
      throw new RuleBroken(path, `must be one of ${shape.oneOf.join(', ')}`);
    }
    return;
  }
  if ('fields' in shape) {
    checkFields(path, shape.fields, value);
    return;
  }
  if (!Array.isArray(value)) throw new RuleBroken(path, 'must be a list');
  for (const [at, entry] of value.entries()) checkShape(`${path}[${at}]`, shape[0], entry);
}

function checkFields(path: string, fields: Readonly<Record<string, SettingShape>>, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RuleBroken(path, 'must be an object');
  }
  const given = new Map<string, unknown>(Object.entries(value));
  for (const [declared, shape] of Object.entries(fields)) {
    const name = declared.replace('?', '');
    const entry = given.get(name);
    given.delete(name);
    if (entry !== undefined) checkShape(`${path}.${name}`, shape, entry);
    else if (name === declared) throw new RuleBroken(`${path}.${name}`, 'is required');
  }
  const [unknown] = given.keys();
  if (unknown !== undefined) throw new RuleBroken(`${path}.${unknown}`, 'is unknown');
}

/** @throws RuleBroken when there is no setting of that path */
export function settingNamed(path: string): NamedSetting {
  return { ...settingAt(path), path };
}

/** The settings whose value a change would replace by another one. */
export function touched(current: SiteSettings, change: SettingsChange): NamedSetting[] {
  return allSettings().filter(({ path }) => {
    const wanted = valueAt(change, path);
    return wanted !== undefined && !isDeepStrictEqual(wanted, valueAt(current, path));
  });
}

/** What a setting of that path has there. */
export function settingOf(settings: SiteSettings, path: string): unknown {
  return valueAt(settings, path);
}

/** Whether a change is a new security policy: it ends the session tickets of before. */
export function isNewPolicy(current: SiteSettings, change: SettingsChange): boolean {
  return touched(current, change).some(({ policy }) => policy === true);
}

function valueAt(group: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name],
      group,
    );
}
