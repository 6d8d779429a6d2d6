/** GetIMStestResult: what somebody has answered in a test of a training session, and what that is worth. */
import { TestNotFound } from '../../exams/test.ts';
import { judgeOfSessionTests } from '../../policies/exam.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { integer, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { resultReportType, resultReportValue } from './qti/result-report.ts';

export const getIMSTestResult = operation({
  service: trainingService,
  name: 'GetIMStestResult',
  level: '5.5',
  summary: 'Returns what somebody has answered in the last attempt that they submitted.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, TestNotFound, NoRecordFound],
  request: body(trainingService, 'getIMStestResult', {
    testID: integer({ sample: '4' }),
    participantEmail: text({ sample: 'ben@example.com' }),
  }),
  response: body(trainingService, 'getIMStestResultResponse', { qti_result_report: resultReportType }),
  async run({ site, account, app: { exams, sessions } }, { testID, participantEmail: email }) {
    const { test, session } = await exams.scheduled.required(site, testID);
    await judgeOfSessionTests(sessions, account)(session);
    const attempts = await exams.attempts.ofCandidate(test, { email });
    const attempt = attempts.findLast(({ submittedAt }) => submittedAt !== undefined);
    if (!attempt) throw new NoRecordFound();
    return { qti_result_report: resultReportValue(test, attempt) };
  },
});
