/** People at a site, each with a browser: what the walks through its pages have in common. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { formatSiteTime } from '../../src/time/site-time.ts';
import { zoneOf } from '../../src/time/time-zones.ts';
import type { Visit } from '../support/browser.ts';
import { HOST, PASSWORD, type TestSite, xml } from '../support/site.ts';

const DAY = 24 * 60 * 60_000;

export interface Wanted {
  readonly name?: string;
  readonly password?: string;
  /** Elements of attendeeOptions. */
  readonly options?: string;
  readonly startAt?: number;
  readonly timeZoneID?: number;
  readonly agenda?: string;
}

/** A meeting of hostid, tomorrow at this hour, and nobody comes in before the host. */
export async function scheduled(site: TestSite, wanted: Wanted = {}): Promise<string> {
  const { name = 'Planning', password, options = '', timeZoneID = 20, agenda = '' } = wanted;
  const startAt = wanted.startAt ?? site.clock.now() + DAY;
  const secret = password === undefined ? '' : `<meetingPassword>${xml(password)}</meetingPassword>`;
  const answer = await site.ok(
    'meeting.CreateMeeting',
    `<accessControl>${secret}</accessControl>` +
      `<metaData><confName>${xml(name)}</confName><agenda>${xml(agenda)}</agenda></metaData>` +
      `<schedule><startDate>${formatSiteTime(startAt, zoneOf(timeZoneID))}</startDate><duration>30</duration>` +
      `<timeZoneID>${timeZoneID}</timeZoneID></schedule>` +
      `<attendeeOptions>${options}</attendeeOptions>`,
    HOST,
  );
  return answer.value('meetingkey') ?? '';
}

interface Ways {
  readonly join: string;
  readonly invite: string;
  readonly register: string;
}

/** The addresses that GetjoinurlMeeting hands out; `who` are elements of its request. */
export async function waysTo(site: TestSite, key: string, who = ''): Promise<Ways> {
  const answer = await site.ok('meeting.GetjoinurlMeeting', `<sessionKey>${key}</sessionKey>${who}`, HOST);
  const [join = '', invite = '', register = ''] = ['join', 'invite', 'register'].map((way) =>
    answer.value(`${way}MeetingURL`),
  );
  return { join, invite, register };
}

/** Somebody whose name and address are known comes by their own link. */
export async function comes(site: TestSite, { page }: Visit, key: string, name: string): Promise<void> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
  const who = `<attendeeName>${xml(name)}</attendeeName><attendeeEmail>${email}</attendeeEmail>`;
  await page.goto((await waysTo(site, key, who)).join);
}

/** The host begins the meeting by the address that GethosturlMeeting hands out. */
export async function begins(site: TestSite, { page }: Visit, key: string): Promise<void> {
  const answer = await site.ok('meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, HOST);
  await page.goto(answer.value('hostMeetingURL') ?? '');
  assert.equal(pageOf(page), '/acme/room.php');
}

/** Fills in the sign-in form that the page shows. */
export async function signIn(page: Page, webExID = 'hostid', password = PASSWORD): Promise<void> {
  await fillIn(page, { 'User name': webExID, Password: password });
  await press(page, 'Sign in');
}

export async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** Presses a button, and waits for the page that comes of it. */
export async function press(page: Page, button: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
}

/** Follows a link of the page. */
export async function follow(page: Page, link: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: link, exact: true }).click()]);
}

export function heading(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}

export function alertIn(page: Page): Promise<string> {
  return page.getByRole('alert').innerText();
}

/** Where a browser is, without the query. */
export function pageOf(page: Page): string {
  return new URL(page.url()).pathname;
}

/** Whether somebody is listed in the room that the page shows; waits until they are. */
export async function isHere(page: Page, name: string): Promise<void> {
  await shown(page, name).waitFor();
}

export async function isGone(page: Page, name: string): Promise<void> {
  await shown(page, name).waitFor({ state: 'detached' });
}

/** Their tile, or the line of whoever waits. */
function shown(page: Page, name: string) {
  return page.locator('ul.tiles > li, ul.people > li').filter({ hasText: name }).first();
}

/** Opens a panel or a menu of the room by its button in the bar. */
export async function opens(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: 'Controls' }).getByRole('button', { name, exact: true }).click();
}

/** The host leaves alone, by the menu. */
export async function hostLeaves(page: Page): Promise<void> {
  await opens(page, 'Leave');
  await press(page, 'Leave meeting');
}

/** The host ends it for everyone, and says so twice. */
export async function endsForEveryone(page: Page): Promise<void> {
  await opens(page, 'Leave');
  await page.getByRole('button', { name: 'End for everyone' }).click();
  await press(page, 'End for everyone');
}

/** The pages complained of nothing, and talked to nobody but the site. */
export function quiet(site: TestSite, ...visits: readonly Visit[]): void {
  for (const { complaints, origins } of visits) {
    assert.deepEqual(complaints, []);
    assert.deepEqual([...origins], [site.url]);
  }
}
