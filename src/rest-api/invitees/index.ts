import type { RestEndpoint } from '../rest-endpoint.ts';
import { bulkInsertInvitees } from './bulk-insert-invitees.ts';
import { createInvitee } from './create-invitee.ts';
import { deleteInvitee } from './delete-invitee.ts';
import { getInvitee } from './get-invitee.ts';
import { listInvitees } from './list-invitees.ts';
import { updateInvitee } from './update-invitee.ts';

export const invitees: readonly RestEndpoint[] = [
  listInvitees,
  createInvitee,
  bulkInsertInvitees,
  getInvitee,
  updateInvitee,
  deleteInvitee,
];
