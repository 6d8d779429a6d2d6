/** Events as clients ask for them. */
import { type Answer, type Caller, HOST, type TestSite } from '../../support/site.ts';

/** On 1 June 2026 at ten in San Francisco. */
export const START = '<startDate>06/01/2026 10:00:00</startDate>';

export interface PlannedEvent {
  readonly name?: string;
  readonly description?: string;
  readonly programID?: string | number;
  /** Elements inside `schedule`, beside the start. */
  readonly schedule?: string;
  /** Elements beside those above. */
  readonly more?: string;
}

export function event({ name = 'Launch', description, programID, schedule = '', more = '' }: PlannedEvent) {
  const described = description === undefined ? '' : `<description>${description}</description>`;
  const program = programID === undefined ? '' : `<programID>${programID}</programID>`;
  return (
    `<metaData><sessionName>${name}</sessionName>${described}${program}</metaData>` +
    `<schedule>${START}${schedule}</schedule>${more}`
  );
}

/** The key of a new event. */
export async function planned(site: TestSite, asked: PlannedEvent = {}, caller: Caller = HOST) {
  const answer = await site.ok('event.CreateEvent', event(asked), caller);
  return answer.value('sessionKey') ?? '';
}

export function getEvent(site: TestSite, key: string, caller: Caller = HOST): Promise<Answer> {
  return site.ok('event.GetEvent', `<sessionKey>${key}</sessionKey>`, caller);
}

export function setEvent(
  site: TestSite,
  key: string,
  content: string,
  caller: Caller = HOST,
): Promise<Answer> {
  return site.ok('event.SetEvent', `<sessionKey>${key}</sessionKey>${content}`, caller);
}
