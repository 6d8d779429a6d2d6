/** To whom a session is listed, as answers tell it. */
import { LIST_STATUSES } from '../../../sessions/session.ts';
import { enumeration } from '../../../xml/schema.ts';
import { com } from '../namespaces.ts';

export const listingType = enumeration(com, 'listingType', LIST_STATUSES);
