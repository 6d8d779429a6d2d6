/** Tests of a host's, of the site's, and those of a training of the host's: one that somebody has taken among them. */
import { USUAL_SCHEDULE } from '../../src/exams/scheduled-test.ts';
import type { NewAttendee } from '../../src/sessions/attendee.ts';
import { schedule } from '../../src/sessions/schedule.ts';
import { SESSION_SERVICES } from '../../src/sessions/services.ts';
import type { Site } from '../../src/sites/site.ts';
import { readTest } from '../../src/xml-api/training/qti/read-test.ts';
import type { TestSite } from './site.ts';

interface About {
  /** webExIDs. */
  readonly host: string;
  readonly creator: string;
  readonly topic: string;
  readonly invited: string;
  readonly rightAnswer: string;
  /** Others of the session. */
  readonly people?: readonly NewAttendee[];
}

const DAY = 86_400_000;
const yes = () => {};
const anybody = async () => {};

export function attendee(address: string, role: NewAttendee['role'] = 'ATTENDEE'): NewAttendee {
  return { name: address, email: address, role, details: { type: 'VISITOR', languageID: 1 } };
}

/** A test that asks for one word. */
export function questions(rightAnswer: string): string {
  return (
    '<item ident="I"><presentation><material><mattext>What?</mattext></material><response_str ident="R"><render_fib/></response_str></presentation>' +
    `<resprocessing><respcondition><conditionvar><varequal respident="R">${rightAnswer}</varequal></conditionvar><setvar>1</setvar></respcondition></resprocessing></item>`
  );
}

export async function testsOf(
  { context, clock }: Pick<TestSite, 'context' | 'clock'>,
  site: Site,
  about: About,
) {
  const { topic, invited, rightAnswer } = about;
  const { accounts, exams } = context;
  const host = await accounts.withProfile(await accounts.required(site, about.host));
  const creator = await accounts.required(site, about.creator);
  const session = await schedule(context, site, {
    host,
    creator,
    service: SESSION_SERVICES.training,
    wish: {
      confName: topic,
      timing: { start: { year: 2026, month: 6, day: 1, hour: 10, minute: 0, second: 0 } },
      invited: [attendee(invited), ...(about.people ?? [])],
    },
  });
  const source = { attributes: {}, content: questions(rightAnswer) };
  const content = { ...readTest(source), display: 'allOnePage', assignGrades: true } as const;
  const ownTest = await exams.library.upload(site, host, content, source);
  const [sharedTest = 0] = await exams.library.copy(site, host, [ownTest], 'SHARE', yes);
  const more = await exams.library.upload(site, host, content, source);
  const { sessionKey } = session;
  const judges = { session: yes, test: yes };
  const [laterTest = 0, openTest = 0] = await exams.scheduled.add(site, sessionKey, [ownTest, more], judges);
  const startAt = clock.now();
  const onWebsite = { ...USUAL_SCHEDULE, delivery: 'WEBSITE', startAt, dueAt: startAt + 30 * DAY } as const;
  await exams.scheduled.change(site, sessionKey, openTest, onWebsite, yes);
  const candidate = { email: invited, name: 'Ina', registerID: null };
  const attempt = await exams.attempts.begin(site, openTest, candidate, anybody);
  await exams.attempts.answer(site, openTest, candidate, new Map([[0, [['Hm']]]]), true, anybody);
  return {
    ownTest: String(ownTest),
    sharedTest: String(sharedTest),
    testSessionKey: String(sessionKey),
    laterTest: String(laterTest),
    openTest: String(openTest),
    attempt: String(attempt.id),
  };
}
