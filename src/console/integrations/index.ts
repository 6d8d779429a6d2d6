/** The area of integrations: programs that act for people by the REST interface, and the tokens of accounts. */
import type { ConsoleEndpoint } from '../api/endpoint.ts';
import {
  changeIntegration,
  deleteIntegration,
  listIntegrations,
  registerIntegration,
  revokeIntegration,
  rotateIntegrationSecret,
} from './integration-endpoints.ts';
import { listUserTokens, revokeUserGrant, revokeUserToken } from './user-tokens.ts';

export const INTEGRATIONS: readonly ConsoleEndpoint[] = [
  listIntegrations,
  registerIntegration,
  changeIntegration,
  rotateIntegrationSecret,
  revokeIntegration,
  deleteIntegration,
  listUserTokens,
  revokeUserToken,
  revokeUserGrant,
];
