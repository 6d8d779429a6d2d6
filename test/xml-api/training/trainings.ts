/** Trainings as clients ask for them. */
import { type Answer, type Caller, HOST, type TestSite } from '../../support/site.ts';

/** What a request says of a training, element by element; what is absent is not sent. */
export interface Asked {
  readonly accessControl?: string;
  readonly confName?: string;
  readonly startDates?: readonly string[];
  /** Elements inside `schedule`, `metaData` and `repeat`, and beside them. */
  readonly schedule?: string;
  readonly metaData?: string;
  readonly repeat?: string;
  readonly more?: string;
}

/** The elements of `asked`, as CreateTrainingSession and SetTrainingSession take them. */
export function training({ accessControl, confName, startDates, schedule, metaData, repeat, more }: Asked) {
  const dates = startDates?.map((date) => `<startDate>${date}</startDate>`).join('') ?? '';
  return [
    element('accessControl', accessControl),
    element('schedule', dates + (schedule ?? '')),
    element(
      'metaData',
      (confName === undefined ? '' : `<confName>${confName}</confName>`) + (metaData ?? ''),
    ),
    element('repeat', repeat),
    more ?? '',
  ].join('');
}

/** A training on 1 June 2026 at ten in San Francisco, unless it is asked for otherwise; its key. */
export async function scheduled(site: TestSite, asked: Asked = {}, caller: Caller = HOST): Promise<string> {
  const usual = { confName: 'Safety course', startDates: ['06/01/2026 10:00:00'] };
  const content = training({ ...usual, ...asked });
  const answer = await site.ok('training.CreateTrainingSession', content, caller);
  return answer.value('sessionkey') ?? '';
}

export function getTraining(site: TestSite, key: string, caller: Caller = HOST): Promise<Answer> {
  return site.ok('training.GetTrainingSession', `<sessionKey>${key}</sessionKey>`, caller);
}

export function changed(key: string, asked: Asked): string {
  return `<sessionKey>${key}</sessionKey>${training(asked)}`;
}

export function setTraining(site: TestSite, key: string, asked: Asked, caller: Caller = HOST) {
  return site.ok('training.SetTrainingSession', changed(key, asked), caller);
}

/** The keys that a list of trainings finds within bounds of their start, with the start that it tells. */
export async function listed(site: TestSite, from: string, until: string, caller: Caller = HOST) {
  const scope = `<dateScope><startDateStart>${from}</startDateStart><startDateEnd>${until}</startDateEnd></dateScope>`;
  const answer = await site.call('training.LstsummaryTrainingSession', scope, caller);
  return answer.all('trainingSession').map((row) => {
    const text = (name: string) => row.children.find((child) => child.name === name)?.text;
    return [text('sessionKey'), text('startDate')];
  });
}

export function participants(name: 'presenters' | 'attendees', people: readonly string[]): string {
  return `<${name}><participants>${people.map(participant).join('')}</participants></${name}>`;
}

/** An e-mail address, perhaps with a role behind it: `host@acme.com HOST`. */
function participant(person: string): string {
  const [email, role] = person.split(' ');
  const element = role === undefined ? '' : `<role>${role}</role>`;
  return `<participant><person><email>${email}</email></person>${element}</participant>`;
}

function element(name: string, content: string | undefined): string {
  return content ? `<${name}>${content}</${name}>` : '';
}
