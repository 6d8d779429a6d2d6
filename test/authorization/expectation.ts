/** What each cell of the matrix holds: from a row, and where it says nothing from the operation's own declaration. */
import type { Access } from '../../src/xml-api/operation.ts';
import { type CallerName, EVERYBODY, isOneOf, NOT_SIGNED_IN } from './callers.ts';
import { type CommandRow, type PageRow, type Rights, type Row, SUCCESS } from './row.ts';

const ACCESS_DENIED = '000001';
const NO_CREDENTIALS = '030901';
const DEACTIVATED = '030903';
const EXPIRED = '030905';

export function expectedOf(row: Row, may: Access, caller: CallerName): string {
  const other = row.otherwise?.[caller];
  if (other !== undefined) return other;
  if (may.needs === 'nothing') return SUCCESS;
  if (caller === 'deactivated') return DEACTIVATED;
  if (caller === 'expired') return EXPIRED;
  if (caller === 'anonymous' && may.needs !== 'site') return NO_CREDENTIALS;
  return (row.may ?? declaredFor(may)).includes(caller) ? SUCCESS : (row.refusal ?? ACCESS_DENIED);
}

/** @see NOT_SIGNED_IN */
export function expectedOfCommand(row: CommandRow, caller: CallerName): string {
  const standing = isOneOf(NOT_SIGNED_IN, caller) ? 'anonymous' : caller;
  const other = row.otherwise?.[caller] ?? row.otherwise?.[standing];
  if (other !== undefined) return other;
  const may = row.may ?? [];
  if (may.includes(caller) || may.includes(standing)) return SUCCESS;
  return standing === 'anonymous' ? (row.stranger ?? 'AccessDenied') : (row.refusal ?? 'AccessDenied');
}

/** Of a page of our own: strangers are asked to sign in, the others are told that it is not open to them. */
export function expectedOfPage(row: PageRow, caller: CallerName): string {
  return expectedOfCommand({ stranger: 'page: sign-in', refusal: '403', ...row, fields: () => ({}) }, caller);
}

/** Those whom a rule of `access.ts` names. */
function declaredFor({ words }: Access): readonly CallerName[] {
  if (words.startsWith('site administrators and read-only')) return ['admin', 'reader', 'foreignAdmin'];
  if (words.startsWith('site administrators')) return ['admin', 'foreignAdmin'];
  return EVERYBODY;
}

/** Whether the request changes something. */
export function changesFor({ changes = false }: Rights, caller: CallerName, expected: string): boolean {
  return typeof changes === 'boolean' ? changes && expected === SUCCESS : changes.includes(caller);
}
