import { EVERY_CALLER, OWNERS } from '../callers.ts';
import { forAll, type Names, type PageRow, type PageRows } from '../row.ts';

const OTHERS = EVERY_CALLER.filter((caller) => !OWNERS.some((owner) => owner === caller));
const taken = ({ testSessionKey: MK, openTest: TEST }: Names) => ({ MK, TEST });

/** One of the people is in the middle of the test; everybody else is led back to where one shows who one is. */
const taking = (deed: string, more: Partial<PageRow> = {}): PageRow => ({
  deed,
  about: 'after the beginning',
  before: (browser, names) => {
    const FORM = 'a-value-of-at-least-22-characters';
    browser.cookies.set('form', FORM);
    return browser.post('/acme/tests.php', { ...taken(names), DO: 'BEGIN', FORM });
  },
  form: (names) => ({ ...taken(names), A0_0: 'Hm' }),
  shows: 'to test.php',
  may: ['invited'],
  refusal: 'to tests.php',
  stranger: 'to tests.php',
  changes: true,
  ...more,
});

export const ROWS: PageRows = {
  'tests.php': [
    {
      query: ({ testSessionKey: MK }) => ({ MK }),
      shows: 'tests',
      may: OTHERS,
      otherwise: forAll(OWNERS, 'to results.php'),
      tells: { topic: OTHERS },
    },
    {
      deed: 'BEGIN',
      form: taken,
      shows: 'to test.php',
      may: ['invited'],
      refusal: 'page: tests',
      stranger: 'page: tests',
      otherwise: forAll(OWNERS, 'to results.php'),
      changes: true,
      tells: { topic: OTHERS.filter((caller) => caller !== 'invited') },
    },
  ],
  'test.php': [
    {
      about: 'before they have begun',
      query: taken,
      shows: 'to tests.php',
      may: EVERY_CALLER,
    },
    taking('SAVE'),
    taking('BACK'),
    taking('NEXT'),
    taking('SUBMIT', { shows: 'to tests.php', may: EVERY_CALLER, changes: ['invited'] }),
  ],
  'results.php': [
    {
      query: ({ testSessionKey: MK }) => ({ MK }),
      shows: 'test-results',
      may: OWNERS,
      refusal: '404',
      tells: { topic: OWNERS, people: OWNERS },
    },
    {
      deed: 'OPEN',
      about: 'while the session does not run',
      form: ({ testSessionKey: MK, laterTest: TEST }) => ({ MK, TEST }),
      shows: 'to results.php',
      may: [],
      refusal: '404',
      otherwise: forAll(OWNERS, '409'),
    },
    {
      deed: 'CLOSE',
      form: ({ testSessionKey: MK, laterTest: TEST }) => ({ MK, TEST }),
      shows: 'to results.php',
      may: OWNERS,
      refusal: '404',
    },
  ],
  'answers.php': [
    {
      query: (names) => ({ ...taken(names), ATTEMPT: names.attempt }),
      shows: 'test-answers',
      may: OWNERS,
      refusal: '404',
      stranger: '404',
      tells: { people: OWNERS, rightAnswer: OWNERS },
    },
    {
      about: 'a grade',
      form: (names) => ({ ...taken(names), ATTEMPT: names.attempt, GRADE: 'Good' }),
      shows: 'to results.php',
      may: OWNERS,
      refusal: '404',
      stranger: '404',
      changes: true,
    },
  ],
};
