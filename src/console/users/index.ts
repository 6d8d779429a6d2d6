/** The area of users: the accounts of a site, and the long work with their files. */
import type { ConsoleEndpoint } from '../api/endpoint.ts';
import { createUser } from './add-user.ts';
import { exportUsers, importTriedUsers, importUsers } from './begin-jobs.ts';
import { changeUser } from './change-user.ts';
import { abortJob, downloadJobFile, followJob, listJobRows, listJobs, readJob } from './job-endpoints.ts';
import { listChoices } from './list-choices.ts';
import { listUsers } from './list-users.ts';
import { readUser } from './read-user.ts';
import {
  activateUser,
  deactivateUser,
  resetPassword,
  setPassword,
  signOutUser,
  unlockUser,
} from './user-deeds.ts';

export const USERS: readonly ConsoleEndpoint[] = [
  listUsers,
  listChoices,
  readUser,
  createUser,
  changeUser,
  activateUser,
  deactivateUser,
  unlockUser,
  signOutUser,
  resetPassword,
  setPassword,
  importUsers,
  exportUsers,
  listJobs,
  readJob,
  followJob,
  importTriedUsers,
  abortJob,
  listJobRows,
  downloadJobFile,
];
