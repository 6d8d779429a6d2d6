/** What people of a room read of somebody who is on the telephone: the number is whole for the host alone. */
import type { Stay } from '../live/live.ts';

/** Fewer digits than this tell nothing of whose they are: an extension in the house. */
const SHORT = 7;

export function nameShown({ via, name }: Pick<Stay, 'via' | 'name'>, reader: Pick<Stay, 'isHost'>): string {
  return via === 'WEB' || reader.isHost ? name : masked(name);
}

/** `+493012345612` becomes `+4930 •••• 12`, and `bell@example.com` `be ••••`. A name without digits is no number. */
export function masked(name: string): string {
  const digits = name.replace(/[\s().-]/g, '');
  if (/^\+?\d+$/.test(digits)) {
    return digits.length < SHORT
      ? `•••• ${digits.slice(-2)}`
      : `${digits.slice(0, digits.length > 9 ? 5 : 3)} •••• ${digits.slice(-2)}`;
  }
  return name.includes('@') ? `${name.slice(0, 2)} ••••` : name;
}
