import assert from 'node:assert/strict';
import { type Fields, type Visit, Visitor } from '../browser/visitor.ts';
import { PASSWORD, type TestSite } from '../support/site.ts';

/** A portal that sends browsers to a site and gets them back at its own address. */

export const BACK = 'https://portal.example/back?course=7';

/** The portal's origin is listed by the administrator of acme. */
export async function listPortal(site: TestSite): Promise<void> {
  await site.context.sites.change('acme', { settings: { urlAPI: { backURLs: [new URL(BACK).origin] } } });
}

/** Somebody who is signed in, or nobody. */
export async function visitorAs(site: TestSite, webExID?: string, siteName = 'acme'): Promise<Visitor> {
  const visitor = new Visitor(site.url);
  if (webExID === undefined) return visitor;
  const caller = { siteName, webExID, password: PASSWORD };
  const TK = (await site.ok('user.GetLoginTicket', '', caller)).value('ticket') ?? '';
  await visitor.post(`/${siteName}/p.php`, { AT: 'LI', WID: webExID, TK });
  assert.ok(visitor.cookie, `${webExID} is signed in`);
  return visitor;
}

/** What the portal is told: what follows its own query. */
export function told({ status, target }: Visit): string {
  assert.equal(status, 200);
  assert.equal(target?.origin, new URL(BACK).origin, `sent to ${target}`);
  assert.equal(target?.pathname, '/back');
  assert.match(target?.search ?? '', /^\?course=7&/);
  return target?.search.slice('?course=7&'.length) ?? '';
}

export interface Scheduled {
  readonly key: string;
  readonly password: string;
}

/** A meeting of somebody's, by the XML API; `more` are elements of CreateMeeting. */
export async function meeting(
  site: TestSite,
  webExID = 'hostid',
  more = '',
  password = 'pass-w0rd',
): Promise<Scheduled> {
  const answer = await site.ok(
    'meeting.CreateMeeting',
    `<accessControl><meetingPassword>${password}</meetingPassword></accessControl>` +
      `<metaData><confName>A meeting</confName></metaData>` +
      `<schedule><startDate>03/05/2026 10:00:00</startDate><duration>30</duration><openTime>0</openTime></schedule>${more}`,
    { siteName: 'acme', webExID, password: PASSWORD },
  );
  return { key: answer.value('meetingkey') ?? '', password };
}

/** Begins a meeting, as its host by the browser. */
export async function begin(site: TestSite, key: string, webExID = 'hostid'): Promise<Visitor> {
  const host = await visitorAs(site, webExID);
  const visit = await host.get('/acme/m.php', { AT: 'HM', MK: key });
  assert.equal(visit.target?.pathname, '/acme/room.php');
  return host;
}

/** One call, by GET, with the portal's back URL. */
export function call(visitor: Visitor, page: string, fields: Fields): Promise<Visit> {
  return visitor.get(`/acme/${page}`, { ...fields, BU: BACK });
}
