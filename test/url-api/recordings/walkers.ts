import assert from 'node:assert/strict';

/**
 * The ways in which programs that were written for the original come to a file, from its download link: what each reads
 * out of which page, and what it sends on (`facts/url-sso-nbr.md` 6.5, `facts/rest-console.md` 5).
 */

/** What came in the end. */
export interface Fetched {
  readonly bytes: Buffer;
  /** What HEAD said of its length, where the program asks. */
  readonly announced?: number;
  readonly contentType: string;
}

const AGENT = 'Mozilla/5.0';
const IMPORTER = '"Mozilla/5.0 (Windows; U; Windows NT 6.1)"';

/** An importer of 2013 to 2020: HEAD, a page, the page that it names, a question, HEAD again, and the file. */
export async function byImporter(link: string): Promise<Fetched> {
  const headers = { 'User-Agent': IMPORTER };
  const head = await fetch(link, { method: 'HEAD', headers });
  assert.equal(head.headers.get('content-type'), 'text/html');
  const length = Number(head.headers.get('content-length'));
  assert.ok(length > 0 && length < 16_000, `a page of ${length} bytes`);
  const setCookie = head.headers.get('set-cookie') ?? '';
  const recordId = /(?:^|; )recordId=([^;]+)/.exec(setCookie)?.[1] ?? '';
  const walking = { ...headers, Cookie: `DetectionBrowserStatus=3|1|32|1|11|2;${setCookie}` };

  const first = await textOf(link, { headers });
  const second = await textOf(found(first, /href='([^']+)';/), { headers: walking });
  const ticket = found(second, /var prepareTicket = '([^']+)';/);
  const download = found(second, /function (download\(\).+prepareTicket;)/s);
  const question = (/http.+prepareTicket/.exec(download)?.[0] ?? '')
    .replace(/[" +]/g, '')
    .replaceAll('recordId', recordId)
    .replace('prepareTicket=prepareTicket', `prepareTicket=${ticket}`);
  const answer = /window\.parent\.func_prepare\('([^']+)','([^']*)','([^']*)'\);/.exec(
    await textOf(question, { headers: walking }),
  );
  assert.equal(answer?.[1], 'OKOK');
  const file = found(second, /var downloadUrl = '(http[^']+)' \+ ticket;/) + (answer[3] ?? '');
  // Its first version took the address out of the function.
  const older = /http.+ticket/.exec(found(second, /function (func_prepare\(.+\).+ticket;)/s))?.[0] ?? '';
  assert.equal(older.replace(/[' +]/g, '').replace('ticket=ticket', `ticket=${answer[3]}`), file);
  const announced = await fetch(file, { method: 'HEAD', headers: walking });
  const fetched = await fileOf(file, { headers: walking });
  return { ...fetched, announced: Number(announced.headers.get('content-length')) };
}

/** A downloader of 2021 to 2023: with the password of a meeting's recording, or of an event's, where it is asked for. */
export async function byDownloader(link: string, password: string): Promise<Fetched> {
  const headers = { 'User-Agent': AGENT, Accept: 'application/json, text/plain, */*' };
  let page = await textOf(link, { headers });
  assert.doesNotMatch(page, /Error|ico-warning|TblContentFont2/);
  if (/internalRecordTicket/.test(page)) page = await asEvent(page, link, password);
  else if (/recordingpasswordcheck\.do/.test(page)) page = await asMeeting(page, link, password);
  const recordid = found(page, /var recordId\s*?=\s*?(\d+);/);
  const serviceRecordId = found(page, /var serviceRecordId\s*?=\s*?(\d+);/);
  const prepareTicket = found(page, /var prepareTicket\s*?=\s*?['"]([a-f0-9]+)['"];/);
  const downloadUrl = found(page, /var downloadUrl\s*?=\s*?['"](http.+?)['"][\s;]/);
  // It asks at the root of the host, whatever the page says.
  const { origin } = new URL(link);
  const question = new URLSearchParams({ siteurl: 'acme', recordid, prepareTicket, serviceRecordId });
  const answer = await textOf(`${origin}/mw3300/mywebex/nbrPrepare.do?${question}`, { headers });
  const [, status, , ticket] =
    /func_prepare\(['"](.*?)['"],['"](.*?)['"],['"](.*?)['"]\);/.exec(answer) ?? [];
  assert.equal(status, 'OKOK');
  return fileOf(`${downloadUrl}${ticket}`, { headers });
}

async function asMeeting(page: string, link: string, password: string): Promise<string> {
  const { action, fields } = formOf(page);
  const body = fields.replace(/password=/, `password=${encodeURIComponent(password)}`);
  const next = await posted(new URL(action, new URL(link).origin).href, body);
  const shared = new URL(found(next.text, /href=['"](http.+?nbrshared\.do.+?)['"]/));
  return (await posted(shared.origin + shared.pathname, shared.search.slice(1))).text;
}

async function asEvent(page: string, link: string, password: string): Promise<string> {
  const { origin } = new URL(link);
  const { fields } = formOf(page);
  const body = fields
    .replace(/playbackPasswd=/, `playbackPasswd=${encodeURIComponent(password)}`)
    .replace(/theAction=[a-zA-Z_]*/, 'theAction=check_pass')
    .replace(/accessType=[a-zA-Z]*/, 'accessType=downloadRecording');
  // The site stands in the name of its host there: here it is named by the form.
  const action = await posted(`${origin}/ec3300/eventcenter/recording/recordAction.do`, body);
  assert.ok(action.cookie, 'it reads the cookies of this answer');
  const named = (name: string) => found(action.text, new RegExp(`[?&]${name}=(\\w+)`));
  const siteurl = named('siteurl');
  const viewing = new URLSearchParams({
    firstName: 'Anonymous',
    lastName: 'Anonymous',
    email: '',
    siteurl,
    directview: '1',
    AT: 'ViewAction',
    recordId: found(action.text, /[?&]formId=(\d+)/),
    accessType: named('accessType'),
    internalPBRecordTicket: named('internalPBRecordTicket'),
    internalDWRecordTicket: named('internalDWRecordTicket'),
  });
  const view = await posted(`${origin}/ec3300/eventcenter/enroll/viewrecord.do`, `${viewing}`, action.cookie);
  const next = (name: string) =>
    found(view.text, new RegExp(`(?:&|\\\\x3f|\\\\x26)${name}(?:=|\\\\x3d)(\\w+)`));
  const sharing = new URLSearchParams({
    action: 'publishfile',
    siteurl,
    recordKey: next('recordKey'),
    recordID: next('recordID'),
    serviceRecordID: next('serviceRecordID'),
  });
  return (await posted(`${origin}/mw3300/mywebex/nbrshared.do`, `${sharing}`)).text;
}

/** The fields of all forms of a page, in their order, as a library for pages serializes them. */
function formOf(page: string): { readonly action: string; readonly fields: string } {
  const action = /<form[^>]* action="([^"]*)"/.exec(page)?.[1] ?? '';
  const fields = [...page.matchAll(/<input\b[^>]*>/g)].map(([input]) => {
    const value = /\bvalue="([^"]*)"/.exec(input)?.[1] ?? '';
    return `${/\bname="([^"]*)"/.exec(input)?.[1]}=${encodeURIComponent(value)}`;
  });
  return { action, fields: fields.join('&') };
}

interface Posted {
  readonly text: string;
  readonly cookie: string | undefined;
}

async function posted(address: string, body: string, cookie?: string): Promise<Posted> {
  const headers = {
    'User-Agent': AGENT,
    'Content-Type': 'application/x-www-form-urlencoded',
    ...(cookie !== undefined && { Cookie: cookie }),
  };
  const answer = await fetch(address, { method: 'POST', headers, body });
  assert.equal(answer.status, 200, `${address} ${body}`);
  const given = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
  return { text: await answer.text(), cookie: given.length > 0 ? given.join('; ') : undefined };
}

async function textOf(address: string, init: RequestInit): Promise<string> {
  const answer = await fetch(address, init);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

export async function fileOf(address: string, init: RequestInit = {}): Promise<Fetched> {
  const answer = await fetch(address, init);
  assert.equal(answer.status, 200, address);
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(answer.headers.get('content-length'), String(bytes.length));
  return { bytes, contentType: answer.headers.get('content-type') ?? '' };
}

/** What the pattern takes out of a page. */
function found(page: string, pattern: RegExp): string {
  const value = pattern.exec(page)?.[1];
  assert.ok(value, `${pattern} is in ${page}`);
  return value;
}
