/**
 * The namespaces of the XML API. Clients compare the prefixes literally (`ns1` for the site service:
 * indico reads `ns1:gmtOffset`), so every answer binds these and no others.
 */
import type { Namespace } from '../../xml/schema.ts';

const ROOT = 'http://www.webex.com/schemas/2002/06';

function namespace(prefix: string, path: string, file: string): Namespace {
  return { prefix, uri: `${ROOT}/${path}`, file: `${file}.xsd` };
}

export const serv = namespace('serv', 'service', 'service/service');
export const com = namespace('com', 'common', 'common/common');
export const use = namespace('use', 'service/user', 'service/user/user');
export const ep = namespace('ep', 'service/ep', 'service/ep/ep');
export const meet = namespace('meet', 'service/meeting', 'service/meeting/meeting');
export const auo = namespace('auo', 'service/meeting/auo', 'service/meeting/teleconferenceonly');
export const att = namespace('att', 'service/attendee', 'service/attendee/attendee');
export const mtgtype = namespace('mtgtype', 'service/meetingtype', 'service/meetingtype/meetingtype');
export const ns1 = namespace('ns1', 'service/site', 'service/site/site');
export const event = namespace('event', 'service/event', 'service/event/event');
export const sess = namespace('sess', 'service/session', 'service/session/session');
export const train = namespace('train', 'service/trainingsession', 'service/training/trainingsession');
/** Results of tests. */
export const qti = namespace('qti', 'service/trainingsessionqti', 'service/training/training_ims_qtiresv1p2');
/** Questions of tests. */
export const qtiasi = namespace(
  'qtiasi',
  'service/trainingsessionqtiasi',
  'service/training/training_ims_qtiasiv1p2',
);
export const sc = namespace('sc', 'service/supportsession', 'service/supportsession/supportsession');
export const sales = namespace('sales', 'service/sales', 'service/sales/sales');
export const history = namespace('history', 'service/history', 'service/history/history');
