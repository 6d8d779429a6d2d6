/** All endpoints, a line a resource. */

import { meetings } from './meetings/index.ts';
import { getOpenApi } from './openapi/get-openapi.ts';
import type { RestEndpoint } from './rest-endpoint.ts';

export const ENDPOINTS: readonly RestEndpoint[] = [...meetings, getOpenApi];
