/** Every operation of the XML API with its way to REST. */
import { ATTENDEES } from './attendees-in-rest.ts';
import { HISTORY } from './history-in-rest.ts';
import { MEETINGS, SESSIONS } from './meetings-in-rest.ts';
import type { Migration } from './migration.ts';
import { PEOPLE } from './people-in-rest.ts';
import { RECORDINGS } from './recordings-in-rest.ts';
import { SITE } from './site-in-rest.ts';
import { EVENTS, SALES_AND_SUPPORT, TRAININGS } from './trainings-in-rest.ts';
import { XML_ONLY } from './xml-only.ts';

export const MIGRATIONS: readonly Migration[] = [
  ...PEOPLE,
  ...MEETINGS,
  ...ATTENDEES,
  ...SITE,
  ...SESSIONS,
  ...RECORDINGS,
  ...TRAININGS,
  ...EVENTS,
  ...SALES_AND_SUPPORT,
  ...HISTORY,
  ...XML_ONLY,
];

/**
 * The row of an operation, in any case; nothing when there is no such operation.
 * @param service may be missing: names of operations are unique
 */
export function migrationOf(operation: string, service?: string): Migration | undefined {
  return MIGRATIONS.find(
    (row) =>
      row.operation.toLowerCase() === operation.toLowerCase() &&
      (service === undefined || row.service.toLowerCase() === service.toLowerCase()),
  );
}
