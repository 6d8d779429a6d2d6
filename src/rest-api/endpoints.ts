/** All endpoints, a line a resource. */
import type { RestEndpoint } from './endpoint.ts';
import { meetings } from './meetings/index.ts';

export const ENDPOINTS: readonly RestEndpoint[] = [...meetings];
