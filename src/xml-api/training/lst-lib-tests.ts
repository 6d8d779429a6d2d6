/** LstLibTests: the tests of the caller's own library, and of the site's. */
import { LIBRARIES } from '../../exams/test.ts';
import { checkKeepsTests } from '../../policies/exam.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { complex, long, many, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { train } from '../types/namespaces.ts';
import { shareType } from './test-type.ts';

const libTestInstanceType = complex(train, 'libTestInstanceType', {
  testID: long(),
  type: shareType,
  title: text(),
  description: text(),
  author: text(),
});

export const lstLibTests = operation({
  service: trainingService,
  name: 'LstLibTests',
  level: '5.5',
  summary: "Lists the tests of the caller's own library and those of the site.",
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, NoRecordFound],
  request: body(trainingService, 'lstLibTests', {}),
  response: body(trainingService, 'lstLibTestsResponse', { libTest: many(libTestInstanceType) }),
  async run({ site, account, app: { exams } }) {
    checkKeepsTests(account);
    const tests = await exams.library.of(site, account);
    if (tests.length === 0) throw new NoRecordFound();
    const libTest = tests.map(({ testID, library, title, description, authorWebExId }) => ({
      testID,
      type: LIBRARIES.find((name) => name === library) ?? 'PRIVATE',
      title,
      description,
      author: authorWebExId,
    }));
    return { libTest };
  },
});
