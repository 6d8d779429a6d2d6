/** The test tool: operations with their forms, samples that are kept, calls that are sent, code that makes them. */
import { getTestForm } from './get-test-form.ts';
import { listTestLinks } from './list-test-links.ts';
import { listTestOperations } from './list-test-operations.ts';
import { sendTestCall } from './send-test-call.ts';
import { deleteTestSample, getTestSample, listTestSamples, saveTestSample } from './test-samples.ts';
import { writeTestCode } from './write-test-code.ts';

export const TEST_TOOL = [
  listTestOperations,
  getTestForm,
  listTestLinks,
  listTestSamples,
  getTestSample,
  saveTestSample,
  deleteTestSample,
  sendTestCall,
  writeTestCode,
];
