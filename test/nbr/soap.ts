/** Calls the NBR services as its clients do: envelopes by hand, read by the reader of XML. */
import assert from 'node:assert/strict';
import { DEMO_SITES } from '../../src/demo.ts';
import type { XmlElement } from '../../src/xml/element.ts';
import { readXml } from '../../src/xml/reader.ts';
import { elements, PASSWORD, type TestSite, textOf, xml } from '../support/site.ts';

export const SITE_ID = siteIdOf('acme');

export function siteIdOf(siteName: string): number {
  const site = DEMO_SITES.find((demo) => demo.siteName === siteName);
  assert.ok(site);
  return site.siteID;
}

export class SoapReply {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;

  constructor(status: number, contentType: string, bytes: Buffer) {
    this.status = status;
    this.contentType = contentType;
    this.bytes = bytes;
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }

  /** The first element of the body, which is the first child of the envelope: there is no Header. */
  get content(): XmlElement {
    const { root } = readXml(this.bytes);
    assert.equal(root.name, 'Envelope');
    const [content] = root.children[0]?.name === 'Body' ? root.children[0].children : [];
    assert.ok(content, this.text);
    return content;
  }

  /** What the operation returned. */
  get returned(): XmlElement {
    assert.equal(this.status, 200, this.text);
    const { content } = this;
    const [returned] = content.children;
    assert.ok(returned);
    assert.equal(`${returned.prefix}:${returned.name}`, `ns1:${content.name.replace(/Response$/, 'Return')}`);
    return returned;
  }

  /** The text of every element without children in it. */
  get leaves(): string[] {
    return leavesOf(this.returned);
  }

  /** Of a fault, which comes with HTTP 500. */
  get faultstring(): string {
    assert.equal(this.status, 500, this.text);
    const { content } = this;
    assert.equal(content.name, 'Fault');
    assert.match(textOf(content, 'faultcode') ?? '', /^soapenv:(?:Client|Server)$/);
    return textOf(content, 'faultstring') ?? '';
  }
}

export function leavesOf(element: XmlElement): string[] {
  if (element.children.length === 0) return element.text === '' ? [] : [element.text];
  return element.children.flatMap(leavesOf);
}

export function leaf(from: XmlElement, path: string): string | undefined {
  return elements(from, path)[0]?.text;
}

export type Arguments = Readonly<Record<string, string | number>>;

export function envelope(operation: string, given: Arguments): string {
  const content = Object.entries(given).map(([name, value]) => `<${name}>${xml(value)}</${name}>`);
  return (
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
    `<ns:${operation} xmlns:ns="http://wbxservice.nbr.webservice.webex.com">${content.join('')}</ns:${operation}>` +
    '</soapenv:Body></soapenv:Envelope>'
  );
}

export async function post(
  site: TestSite,
  body: string | Buffer,
  path = '/nbr/services/',
  headers: Readonly<Record<string, string>> = { 'Content-Type': 'text/xml', SOAPAction: '""' },
): Promise<SoapReply> {
  const sent = typeof body === 'string' ? body : new Uint8Array(body);
  return replyOf(await fetch(site.url + path, { method: 'POST', body: sent, headers }));
}

export async function replyOf(response: Response): Promise<SoapReply> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return new SoapReply(response.status, response.headers.get('content-type') ?? '', bytes);
}

export function call(site: TestSite, operation: string, given: Arguments): Promise<SoapReply> {
  return post(site, envelope(operation, given));
}

export async function storageTicket(site: TestSite, siteName = 'acme', username = 'admin'): Promise<string> {
  const given = { siteId: siteIdOf(siteName), username, password: PASSWORD };
  return (await call(site, 'getStorageAccessTicket', given)).returned.text;
}

export async function meetingTicket(site: TestSite, service = 'MC', siteName = 'acme'): Promise<string> {
  const given = { siteId: siteIdOf(siteName), username: 'admin', password: PASSWORD, service };
  return (await call(site, 'getMeetingTicket', given)).returned.text;
}
