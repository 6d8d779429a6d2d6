/** Who was expected in a session: told of it when it has ended. */
import type { LeadSource } from '../history/details.ts';
import type { ExpectedPeople } from '../history/usage.ts';
import type { Attendee } from '../sessions/attendee.ts';

/** Nobody is invited to a personal room. */
export const NOBODY: ExpectedPeople = { invited: 0, registered: 0 };

export function expectedOf(people: readonly Attendee[]): ExpectedPeople {
  const registered = people.filter(({ registeredAt }) => registeredAt !== null).length;
  return { invited: people.length - registered, registered, leadSources: leadSourcesOf(people) };
}

/** Where people came from who enrolled, and the mean of their scores: the source of most people first. */
function leadSourcesOf(people: readonly Attendee[]): LeadSource[] | undefined {
  const scores = new Map<string, number[]>();
  for (const { details } of people) {
    const { leadSourceID, leadScore } = details.enrollFields ?? {};
    if (!leadSourceID) continue;
    const score = Number(leadScore ?? 0);
    const before = scores.get(leadSourceID) ?? [];
    scores.set(leadSourceID, [...before, Number.isFinite(score) ? score : 0]);
  }
  if (scores.size === 0) return undefined;
  return [...scores]
    .map(([leadSourceID, all]) => ({
      leadSourceID,
      count: all.length,
      averageScore: all.reduce((sum, score) => sum + score, 0) / all.length,
    }))
    .sort((one, other) => other.count - one.count);
}
