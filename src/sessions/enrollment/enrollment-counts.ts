/** How many people have enrolled in events, and where they had come from. */
import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Session } from '../session.ts';

export interface EnrollmentCounts {
  /** Whoever has enrolled and was not turned away. */
  readonly estEnrollment: number;
  /** Whoever is let in: those who were accepted, and those who are invited and have not declined. */
  readonly estAttendance: number;
  /** By the lead source of a link, and the mean of the scores of those who came from it. */
  readonly source: readonly {
    readonly leadSourceID: string;
    readonly count: number;
    readonly avgLeadScore: number;
  }[];
}

interface CountRow {
  readonly session: number;
  readonly enrolled: number;
  readonly expected: number;
  readonly lead_source: string | null;
  readonly score: number;
}

const THOUSANDTHS = 1000;

/** A score as it is stored. */
export function storedScore(score: number): number {
  return Math.round(score * THOUSANDTHS);
}

export function openEnrollmentCounts(database: Database) {
  /** By the row of the session. */
  return async (sessions: readonly Pick<Session, 'id'>[]): Promise<Map<number, EnrollmentCounts>> => {
    const ids = sessions.map(({ id }) => id);
    const none: EnrollmentCounts = { estEnrollment: 0, estAttendance: 0, source: [] };
    const counts = new Map(ids.map((id) => [id, none]));
    if (ids.length === 0) return counts;
    const enrolled = sql<number>`sum(case when registered_at is not null and join_status <> 'REJECT' then 1 else 0 end)`;
    const score = sql<number>`sum(case when registered_at is not null and join_status <> 'REJECT'
      then coalesce(lead_score, 0) else 0 end)`;
    const query = database.builder
      .selectFrom('attendee')
      .select('session')
      .select(enrolled.as('enrolled'))
      .select(
        sql<number>`sum(case when join_status in ('ACCEPT', 'INVITE') then 1 else 0 end)`.as('expected'),
      )
      .select('lead_source')
      .select(score.as('score'))
      .where('session', 'in', ids)
      .groupBy(['session', 'lead_source'])
      .orderBy('lead_source');
    for (const row of await database.all<CountRow>(query.compile())) {
      const before = counts.get(row.session) ?? none;
      const count = Number(row.enrolled);
      const avgLeadScore = count === 0 ? 0 : Number(row.score) / THOUSANDTHS / count;
      counts.set(row.session, {
        estEnrollment: before.estEnrollment + count,
        estAttendance: before.estAttendance + Number(row.expected),
        source:
          row.lead_source === null || count === 0
            ? before.source
            : [...before.source, { leadSourceID: row.lead_source, count, avgLeadScore }],
      });
    }
    return counts;
  };
}
