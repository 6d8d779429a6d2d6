import type { RestEndpoint } from '../rest-endpoint.ts';
import { bulkInsertRegistrants } from './bulk-insert-registrants.ts';
import { createRegistrant } from './create-registrant.ts';
import { deleteRegistrant } from './delete-registrant.ts';
import { deleteRegistration } from './delete-registration.ts';
import { getRegistrant } from './get-registrant.ts';
import { getRegistration } from './get-registration.ts';
import { listRegistrants } from './list-registrants.ts';
import { queryRegistrants } from './query-registrants.ts';
import {
  approveRegistrants,
  bulkDeleteRegistrants,
  cancelRegistrants,
  rejectRegistrants,
} from './registrant-decisions.ts';
import { updateRegistration } from './update-registration.ts';

export const registration: readonly RestEndpoint[] = [
  getRegistration,
  updateRegistration,
  deleteRegistration,
  createRegistrant,
  listRegistrants,
  bulkInsertRegistrants,
  queryRegistrants,
  approveRegistrants,
  rejectRegistrants,
  cancelRegistrants,
  bulkDeleteRegistrants,
  getRegistrant,
  deleteRegistrant,
];
