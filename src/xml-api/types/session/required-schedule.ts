/** What a request that schedules a session must say. */
import { InvalidElement } from '../../../xml/decoder.ts';

interface ScheduleRequest {
  readonly metaData?: { readonly confName?: string | undefined } | undefined;
  readonly schedule?: { readonly startDate?: string | readonly string[] | undefined } | undefined;
}

/** @throws InvalidElement when it has no name or no start. */
export function checkSaysWhatAndWhen({ metaData, schedule }: ScheduleRequest): void {
  if (metaData?.confName === undefined) {
    throw new InvalidElement('metaData/confName', 'missing', 'is required');
  }
  const { startDate = [] } = schedule ?? {};
  if (Array.isArray(startDate) && startDate.length === 0) {
    throw new InvalidElement('schedule/startDate', 'missing', 'is required');
  }
}
