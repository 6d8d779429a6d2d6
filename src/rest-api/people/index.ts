/** People: the accounts of the site, and what their ids lead to. */
import type { RestEndpoint } from '../rest-endpoint.ts';
import { createPerson } from './create-person.ts';
import { deletePerson } from './delete-person.ts';
import { getMe, getPerson } from './get-person.ts';
import { listPeople } from './list-people.ts';
import {
  getLicense,
  getOrganization,
  getRole,
  listLicenses,
  listOrganizations,
  listRoles,
} from './organization.ts';
import { updatePerson } from './update-person.ts';

export const people: readonly RestEndpoint[] = [
  listPeople,
  getMe,
  getPerson,
  createPerson,
  updatePerson,
  deletePerson,
  listOrganizations,
  getOrganization,
  listLicenses,
  getLicense,
  listRoles,
  getRole,
];
