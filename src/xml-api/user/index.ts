/** The user service. */
import { activateUser } from './activate-user.ts';
import { assignWebACDAgents } from './assign-web-acd-agents.ts';
import { assignWebACDQueues } from './assign-web-acd-queues.ts';
import { authenticateUser } from './authenticate-user.ts';
import { createUser } from './create-user.ts';
import { delSessionTemplates } from './del-session-templates.ts';
import { delUser } from './del-user.ts';
import { getLoginTicket } from './get-login-ticket.ts';
import { getLoginUrlUser } from './get-login-url-user.ts';
import { getLogoutUrlUser } from './get-logout-url-user.ts';
import { getUser } from './get-user.ts';
import { getUserCard } from './get-user-card.ts';
import { inactivateUser } from './inactivate-user.ts';
import { lstSummaryUser } from './lst-summary-user.ts';
import { lstUser } from './lst-user.ts';
import { setUser } from './set-user.ts';
import { uploadPmrImage } from './upload-pmr-image.ts';

export const userOperations = [
  authenticateUser,
  getLoginTicket,
  getLoginUrlUser,
  getLogoutUrlUser,
  getUser,
  getUserCard,
  createUser,
  setUser,
  delUser,
  activateUser,
  inactivateUser,
  lstUser,
  lstSummaryUser,
  uploadPmrImage,
  delSessionTemplates,
  assignWebACDQueues,
  assignWebACDAgents,
];
