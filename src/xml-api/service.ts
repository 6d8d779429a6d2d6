/** A service: a family of operations, its own namespace and the prefixes that its answers declare. */
import type { Namespace } from '../xml/schema.ts';
import { att, auo, com, ep, event, meet, mtgtype, ns1, serv, use } from './types/namespaces.ts';

export interface Service {
  /** As it stands in `java:com.webex.service.binding.<name>.<Operation>`. */
  readonly name: string;
  readonly namespace: Namespace;
  /** Declared on the root of every answer, in this order (recorded 2016-07). */
  readonly prefixes: readonly Namespace[];
}

/**
 * Services of the interface that no operation here belongs to. What they are asked for is unknown, and not an operation
 * of another service that has the same name.
 */
export const OTHER_SERVICES: readonly { readonly name: string; readonly prefix: string }[] = [
  { name: 'event', prefix: 'event' },
  { name: 'history', prefix: 'history' },
  { name: 'sales', prefix: 'sales' },
  { name: 'supportsession', prefix: 'sc' },
  { name: 'training', prefix: 'train' },
];

export const userService: Service = { name: 'user', namespace: use, prefixes: [serv, com, use] };
export const epService: Service = { name: 'ep', namespace: ep, prefixes: [serv, com, ep, meet] };
export const siteService: Service = { name: 'site', namespace: ns1, prefixes: [serv, com, ns1, event] };
export const meetingService: Service = { name: 'meeting', namespace: meet, prefixes: [serv, com, meet, att] };
/** Audio-only sessions (documented: `meeting.auo.GetTeleconferenceSession`). */
export const audioOnlyService: Service = { name: 'meeting.auo', namespace: auo, prefixes: [serv, com, auo] };
export const attendeeService: Service = { name: 'attendee', namespace: att, prefixes: [serv, com, att] };
export const meetingTypeService: Service = {
  name: 'meetingtype',
  namespace: mtgtype,
  prefixes: [serv, com, mtgtype],
};
