/** Tests. */
import { addScheduledTest } from './add-scheduled-test.ts';
import { copyLibTests } from './copy-lib-tests.ts';
import { delLibTests } from './del-lib-tests.ts';
import { delScheduledTest } from './del-scheduled-test.ts';
import { getIMSTestDetails } from './get-ims-test-details.ts';
import { getIMSTestResult } from './get-ims-test-result.ts';
import { getTestInformation } from './get-test-information.ts';
import { lstLibTests } from './lst-lib-tests.ts';
import { lstScheduledTests } from './lst-scheduled-tests.ts';
import { setIMSTest } from './set-ims-test.ts';
import { setScheduledTest } from './set-scheduled-test.ts';
import { uploadIMSTest } from './upload-ims-test.ts';

export const testOperations = [
  uploadIMSTest,
  setIMSTest,
  lstLibTests,
  copyLibTests,
  delLibTests,
  addScheduledTest,
  setScheduledTest,
  delScheduledTest,
  lstScheduledTests,
  getTestInformation,
  getIMSTestDetails,
  getIMSTestResult,
];
