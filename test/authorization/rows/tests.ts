/** The rows of the tests in the training service. */

import { questions } from '../../support/tests-of-a-training.ts';
import { HOSTS, OWNERS } from '../callers.ts';
import { forAll, type Names, type Row, type Rows } from '../row.ts';
import { NO_RECORD, NOT_FOUND } from '../row-parts.ts';

const NO_TEST = '060950';
const OUR_HOSTS = HOSTS.filter((caller) => caller !== 'foreignAdmin');
const test = (id: string) => `<testID>${id}</testID>`;
const key = ({ testSessionKey }: Names) => `<sessionKey>${testSessionKey}</sessionKey>`;

/** A training is its host's: administrators of the site have nothing to do with it. */
const owned: Pick<Row, 'may' | 'otherwise'> = { may: OWNERS, otherwise: { foreignAdmin: NO_TEST } };
const ofSession: Pick<Row, 'may' | 'otherwise'> = { may: OWNERS, otherwise: { foreignAdmin: NOT_FOUND } };

export const ROWS: Rows = {
  'training.UploadIMStest': [
    {
      request: `<display><allOnePage>true</allOnePage></display><questestinterop>${questions('Mine')}</questestinterop>`,
      may: HOSTS,
      changes: true,
    },
  ],
  'training.SetIMStest': [
    {
      about: "of the host's library",
      request: ({ ownTest }) => `${test(ownTest)}<assignGrades>false</assignGrades>`,
      may: ['host'],
      refusal: NO_TEST,
      changes: true,
    },
    {
      about: "of the site's library, by its author's hand",
      request: ({ sharedTest }) => `${test(sharedTest)}<assignGrades>false</assignGrades>`,
      may: ['host', 'admin'],
      otherwise: forAll(['attendeeOnly', 'reader', 'foreignAdmin'], NO_TEST),
      changes: true,
    },
  ],
  'training.LstLibTests': [{ request: '', may: OUR_HOSTS, otherwise: { foreignAdmin: NO_RECORD } }],
  'training.CopyLibTests': [
    {
      about: "of the site's library",
      request: ({ sharedTest }) => `${test(sharedTest)}<copyToType>PRIVATE</copyToType>`,
      may: OUR_HOSTS,
      otherwise: { foreignAdmin: NO_TEST },
      changes: true,
    },
    {
      about: "of the host's library",
      request: ({ ownTest }) => `${test(ownTest)}<copyToType>PRIVATE</copyToType>`,
      may: ['host'],
      refusal: NO_TEST,
      otherwise: forAll(['attendeeOnly', 'reader'], '000001'),
      changes: true,
    },
  ],
  'training.DelLibTests': [
    {
      about: "of the host's library",
      request: ({ ownTest }) => test(ownTest),
      may: ['host'],
      refusal: NO_TEST,
      changes: true,
    },
  ],
  'training.AddScheduledTest': [
    {
      request: (names) => `${key(names)}${test(names.sharedTest)}`,
      ...ofSession,
      changes: true,
    },
  ],
  'training.SetScheduledTest': [
    {
      request: (names) =>
        `${key(names)}${test(names.laterTest)}<deliveryMethod><session>true</session></deliveryMethod>` +
        '<timeLimit><withinMinutes>9</withinMinutes></timeLimit><attemptLimit><noLimit>true</noLimit></attemptLimit>',
      ...ofSession,
      changes: true,
    },
  ],
  'training.DelScheduledTest': [
    { request: (names) => `${test(names.laterTest)}${key(names)}`, ...ofSession, changes: true },
  ],
  'training.LstScheduledTests': [
    { request: key, may: ['creator', 'host', 'admin', 'reader'], refusal: NO_RECORD },
  ],
  'training.GetTestInformation': [
    { request: ({ openTest }) => test(openTest), ...owned, tells: { people: OWNERS } },
  ],
  'training.GetIMStestDetails': [
    {
      about: 'of a training',
      request: ({ openTest }) => test(openTest),
      ...owned,
      tells: { rightAnswer: OWNERS },
    },
    {
      about: "of the site's library",
      request: ({ sharedTest }) => test(sharedTest),
      may: OUR_HOSTS,
      refusal: NO_TEST,
      tells: { rightAnswer: OUR_HOSTS },
    },
  ],
  'training.GetIMStestResult': [
    {
      request: ({ openTest }) =>
        `${test(openTest)}<participantEmail>ina-vited@example.com</participantEmail>`,
      ...owned,
      tells: { people: OWNERS, rightAnswer: OWNERS },
    },
  ],
};
