import assert from 'node:assert/strict';
import { BACK } from '../url-api/portal.ts';
import { type Element, elementsOf } from './html-structure.ts';

/** What a page has answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** What an answer may have in its head. */
const HEADERS = new Set([
  'content-type',
  'content-length',
  'content-security-policy',
  'content-disposition',
  'x-content-type-options',
  'x-request-id',
  'referrer-policy',
  'pragma',
  'cache-control',
  'expires',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'location',
  'set-cookie',
  'vary',
  'x-accel-buffering',
]);

const ENDED = 'retry: 2000\n\nevent: ended\ndata: {}\n\n';

const COOKIE =
  /^(?:ticket|form|service|recordings|sign_in_failure|led|(?:room|joining)_\d{9,15}|sso[\w-]*)=[\w.-]*; Path=\/acme; HttpOnly; SameSite=(?:Lax|Strict)(?:; Expires=Thu, 01 Jan 1970 00:00:00 GMT|; Max-Age=\d+)?$/;

const SCRIPT = /^location\.href="((?:[\w.~-]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4})*)";\nvar url = "\1";\n$/;

const LIST =
  /^\n<(List(?:Open)?Meetings)><Status>(?:SUCCESS<\/Status><MeetingKeys>(?:\d{9,15};)*<\/MeetingKeys>|FAIL<\/Status><Reason>\w+<\/Reason>)<\/\1>\n$/;

/** Fails unless it is one of our own answers, in which nothing runs that others wrote and nothing leads away by itself. */
export function assertHarmless({ status, headers, text }: Answered, url: string): void {
  assert.ok(
    [200, 302, 303, 400, 403, 404, 409, 413, 414, 431].includes(status),
    'a status that is none of ours',
  );
  assert.deepEqual(
    Object.keys(headers).filter((name) => !HEADERS.has(name)),
    [],
    'a header that is none of ours',
  );
  for (const cookie of [headers['set-cookie'] ?? []].flat()) assert.match(cookie, COOKIE);
  const script = /location\.href=(".*?");/.exec(text)?.[1];
  const scripted = script && JSON.parse(script.replaceAll('\\x', '\\u00'));
  const location = headers.location === undefined ? scripted : String(headers.location);
  if (location !== undefined) assertOwnOrListed(location, url);
  if (text === '') return;
  const type = String(headers['content-type']);
  if (type.startsWith('text/calendar')) return;
  // Whoever has no place in a meeting is told so by its stream, and nothing else.
  if (type.startsWith('text/event-stream')) {
    assert.equal(text, ENDED);
    return;
  }
  // Programs ask for what a recording's player plays, and whether its download is ready.
  if (type.startsWith('application/json')) {
    assert.deepEqual(JSON.parse(text), { code: 53000, message: 'NotFound' });
    return;
  }
  assert.match(type, /^text\/html; charset=UTF-8$/i);
  if (LIST.test(text)) return;
  assert.match(
    String(headers['content-security-policy']),
    /^default-src 'none'; script-src '(?:self|nonce-[\w+/=]{24})';/,
  );
  let isLeaving = false;
  const found = elementsOf(text, (element, content) => {
    const { attributes } = element;
    if (attributes.get('type') === 'application/json') {
      isLeaving = JSON.parse(content).content.page === 'leaving';
      assert.ok(!content.includes('<'), 'nothing in the data begins a tag');
      return;
    }
    if (attributes.get('type') === 'module') {
      assert.match(attributes.get('src') ?? '', /^\/assets\/[\w.-]+\.js$/);
      assert.equal(content, '');
      return;
    }
    assert.deepEqual([...attributes.keys()], ['nonce']);
    if (isForPrograms(content.trim(), url)) return;
    const escaped = SCRIPT.exec(content)?.[1];
    assert.ok(escaped !== undefined, `a script: ${content}`);
    assert.equal(scripted, location);
  });
  for (const element of found) assertOwn(element, isLeaving, location, url);
}

/** The whole of a script that programs read on their way to a recording. */
function isForPrograms(script: string, url: string): boolean {
  if (script === "window.parent.func_prepare('Error','','');") return true;
  const playback =
    /^location\.href='(.+)\/recordingservice\/sites\/acme\/recording\/playback\/[0-9a-f]{32}';$/;
  return playback.exec(script)?.[1] === url;
}

function assertOwnOrListed(location: string, url: string): void {
  assert.match(location, /^[\x21-\x5b\x5d-\x7e]+$/, 'a Location of plain characters');
  const { origin, pathname } = new URL(location, url);
  if (origin === new URL(BACK).origin) return;
  assert.equal(origin, url, `sent to ${location}`);
  assert.match(pathname, /^\/acme\//, `sent to ${location}`);
  assert.doesNotMatch(location, /^\/[/\\]/);
}

const ELEMENTS = new Set(
  (
    'html head meta title link script body div main header footer nav section article aside h1 h2 h3 p a form input ' +
    'label button span strong em ul ol li dl dt dd time svg path circle rect g small code img output details summary ' +
    'fieldset legend table caption thead tbody tr th td br hr noscript select option dialog'
  ).split(' '),
);

const FORBIDDEN =
  /^(?:on.*|style|srcdoc|srcset|formaction|http-equiv|ping|background|xlink:.*|data|poster|manifest)$/;

/** An element that the pages have, which leads nowhere else but where the visitor is asked. */
function assertOwn(
  { name, attributes }: Element,
  isLeaving: boolean,
  location: string | undefined,
  url: string,
): void {
  assert.ok(ELEMENTS.has(name), `an element that is none of ours: ${name}`);
  // A page may load itself again, where no script does that; it names no address.
  if (attributes.get('http-equiv') === 'refresh') {
    assert.deepEqual([...attributes.keys()], ['http-equiv', 'content']);
    assert.match(attributes.get('content') ?? '', /^\d+$/);
    return;
  }
  for (const [attribute, value] of attributes) {
    assert.doesNotMatch(attribute, FORBIDDEN, `${name} ${attribute}`);
    if (!['href', 'src', 'action'].includes(attribute)) continue;
    if (name === 'a' && value === location) continue;
    if (/^tel:\+?[\d ()-]+$/.test(value)) continue;
    assert.doesNotMatch(value, /[\p{Cc}\\]/u, `${name} ${attribute}=${value}`);
    const { origin, protocol, username } = new URL(value, `${url}/acme/`);
    if (name === 'a' && isLeaving) assert.match(`${protocol}${username}`, /^https?:$/, value);
    else assert.equal(origin, url, `${name} ${attribute}=${value}`);
  }
}
