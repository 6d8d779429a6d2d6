/** A service: a family of operations, its own namespace and the prefixes that its answers declare. */
import type { Namespace } from '../xml/schema.ts';
import {
  att,
  auo,
  com,
  ep,
  event,
  history,
  meet,
  mtgtype,
  ns1,
  qti,
  qtiasi,
  sales,
  sc,
  serv,
  sess,
  train,
  use,
} from './types/namespaces.ts';

export interface Service {
  /** As it stands in `java:com.webex.service.binding.<name>.<Operation>`. */
  readonly name: string;
  readonly namespace: Namespace;
  /** Declared on the root of every answer, in this order (recorded 2016-07). */
  readonly prefixes: readonly Namespace[];
}

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
export const trainingService: Service = {
  name: 'training',
  namespace: train,
  prefixes: [serv, com, sess, train, qti, qtiasi],
};
export const eventService: Service = { name: 'event', namespace: event, prefixes: [serv, com, event] };
export const supportService: Service = { name: 'supportsession', namespace: sc, prefixes: [serv, com, sc] };
export const salesService: Service = { name: 'sales', namespace: sales, prefixes: [serv, com, sales] };
export const historyService: Service = {
  name: 'history',
  namespace: history,
  prefixes: [serv, com, history],
};

/** Every service of the interface: what one of them is asked for is no operation of another that has the same name. */
export const SERVICES: readonly Service[] = [
  userService,
  epService,
  siteService,
  meetingService,
  audioOnlyService,
  attendeeService,
  meetingTypeService,
  trainingService,
  eventService,
  supportService,
  salesService,
  historyService,
];
