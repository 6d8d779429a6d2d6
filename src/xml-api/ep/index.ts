/** The ep (enterprise) service. */
import { getApiVersion } from './get-api-version.ts';
import { getSiteType } from './get-site-type.ts';

export const epOperations = [getApiVersion, getSiteType];
