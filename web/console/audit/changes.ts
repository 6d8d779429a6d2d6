/** What an entry says was changed, member by member. */
import type { AuditFact, AuditFacts, AuditLine } from '../../../src/console/audit/audit-data.ts';

export interface Change {
  /** The way to the member: `settings.security.joinBeforeHost`. */
  readonly member: string;
  /** Nothing where there was, or is, none. */
  readonly before?: string;
  readonly after?: string;
}

export function changesIn({ before, after }: Pick<AuditLine, 'before' | 'after'>): Change[] {
  const [was, is] = [membersOf(before), membersOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((member) => {
    const [one, other] = [was.get(member), is.get(member)];
    return {
      member,
      ...(one !== undefined && { before: one }),
      ...(other !== undefined && { after: other }),
    };
  });
}

function membersOf(facts: AuditFacts | undefined): Map<string, string> {
  const found = new Map<string, string>();
  if (facts) gather(facts, '', found);
  return found;
}

function gather(facts: AuditFacts, way: string, found: Map<string, string>): void {
  for (const [name, fact] of Object.entries(facts)) {
    const member = way === '' ? name : `${way}.${name}`;
    if (isGroup(fact)) gather(fact, member, found);
    else found.set(member, written(fact));
  }
}

function isGroup(fact: AuditFact): fact is AuditFacts {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}

function written(fact: AuditFact): string {
  if (fact === null || fact === '') return '–';
  if (Array.isArray(fact)) {
    return fact.length === 0
      ? '–'
      : fact.map((one) => (isPlain(one) ? String(one) : JSON.stringify(one))).join(', ');
  }
  return String(fact);
}

function isPlain(fact: AuditFact): boolean {
  return typeof fact !== 'object' || fact === null;
}
