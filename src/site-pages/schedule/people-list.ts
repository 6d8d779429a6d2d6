/** People as a form lists them: one a line, an address with or without a name. */
import type { AttendeeRole, NewAttendee, PersonType } from '../../sessions/attendee.ts';
import { isAddress } from '../../text-rules.ts';

export interface ListedPerson {
  readonly name: string;
  readonly email: string;
}

const LONGEST_NAME = 256;

/** `Ann Lee <ann@example.com>`, `ann@example.com`; several by line, comma or semicolon. */
export function peopleIn(text: string): { readonly people: ListedPerson[]; readonly wrong: string[] } {
  const people = new Map<string, ListedPerson>();
  const wrong: string[] = [];
  for (const entry of text.split(/[\n\r;,]+/)) {
    const written = entry.trim();
    if (written === '') continue;
    const [, named = '', inBrackets] = /^(.*?)<([^<>]*)>$/.exec(written) ?? [];
    const email = (inBrackets ?? written).trim();
    const name = named
      .replace(/["\p{Cc}]/gu, '')
      .trim()
      .slice(0, LONGEST_NAME);
    if (isAddress(email)) people.set(email.toLowerCase(), { email, name });
    else wrong.push(written.slice(0, 80));
  }
  return { people: [...people.values()], wrong };
}

/** A name with a comma in it would be two people. */
export function personText({ name, email }: ListedPerson): string {
  const bare = name.replace(/[\n\r;,<>"]+/g, ' ').trim();
  return bare === '' || bare === email ? email : `${bare} <${email}>`;
}

interface As {
  readonly role: AttendeeRole;
  readonly type: PersonType;
  readonly languageID: number;
}

/** Whoever is there already keeps what is known of them. */
export function attendeesFrom(
  listed: readonly ListedPerson[],
  before: readonly NewAttendee[],
  { role, type, languageID }: As,
): NewAttendee[] {
  const known = new Map(before.map((one) => [one.email.toLowerCase(), one]));
  return listed.map(({ name, email }) => {
    const same = known.get(email.toLowerCase());
    if (!same) return { email, name: name || email, role, details: { type, languageID } };
    return {
      email: same.email,
      name: name || same.name,
      role,
      details: { ...same.details, type: type === 'PANELIST' ? type : unless(same.details.type, 'PANELIST') },
    };
  });
}

function unless(type: PersonType, not: PersonType): PersonType {
  return type === not ? 'VISITOR' : type;
}
