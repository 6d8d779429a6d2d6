/** The tests of training sessions. */
import {
  AttemptOver,
  NoAttemptLeft,
  TestNotFound,
  TestNotOpen,
  TestStarted,
  TooManyTests,
} from '../../exams/test.ts';
import { type Exception, exception } from './exception.ts';

export const testExceptions = {
  testNotFound: exception(
    '060950',
    'Corresponding test not found',
    'ours',
    'No test of that testID that the caller may know of.',
    [TestNotFound],
  ),
  testStarted: exception(
    '060951',
    'The test has started',
    'ours',
    'SetScheduledTest of a test that has started or is over; DelScheduledTest of one that people are taking.',
    [TestStarted],
  ),
  testNotOpen: exception(
    '060952',
    'The test cannot be taken now',
    'ours',
    'Of a page alone: the test has not started, or is over.',
    [TestNotOpen],
  ),
  noAttemptLeft: exception(
    '060953',
    'No attempt is left',
    'ours',
    'Of a page alone: somebody has taken the test as often as they may.',
    [NoAttemptLeft],
  ),
  attemptOver: exception(
    '060954',
    'The attempt is over',
    'ours',
    'Of a page alone: what somebody answers after they have submitted, or after their time.',
    [AttemptOver],
  ),
  tooManyTests: exception(
    '060955',
    'There are too many tests',
    'ours',
    'UploadIMStest, CopyLibTests: a library has room for 1000; AddScheduledTest: a session has 50.',
    [TooManyTests],
  ),
} as const satisfies Record<string, Exception>;
