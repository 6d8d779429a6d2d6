/**
 * Answers as Axis 1.4 writes them, rpc/encoded: no Header, since clients find the return by its place, and the prefix
 * `ns1` for the response and its return, since others look for `ns1:getStorageAccessTicketReturn`. What is inside of a
 * document has no namespace.
 */
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import type { Returned } from './nbr-operation.ts';

export const SOAP_ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SOAP_ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
export const XML_SCHEMA = 'http://www.w3.org/2001/XMLSchema';
/** Axis' own types: Document, DataHandler. */
export const APACHE_SOAP = 'http://xml.apache.org/xml-soap';

const START =
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${SOAP_ENVELOPE}"` +
  ` xmlns:xsd="${XML_SCHEMA}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>`;
const END = '</soapenv:Body></soapenv:Envelope>';

export interface Answered {
  /** As the caller wrote it: what they look for begins so. */
  readonly name: string;
  /** The address of the service, which is the namespace of its answers. */
  readonly namespace: string;
}

/** @param value of a kind that fits into the envelope */
export function answerText(
  answered: Answered,
  returns: Exclude<keyof Returned, 'files'>,
  value: string | number | boolean,
): string {
  return returns === 'document'
    ? enclosed(answered, ` xsi:type="apachesoap:Document" xmlns:apachesoap="${APACHE_SOAP}"`, String(value))
    : enclosed(answered, ` xsi:type="xsd:${returns}"`, escapeText(String(value)));
}

/** The envelope of an answer whose files follow as parts. @param contentIDs without brackets */
export function attachedText(answered: Answered, contentIDs: readonly string[]): string {
  const type =
    ` xsi:type="soapenc:Array" soapenc:arrayType="apachesoap:DataHandler[${contentIDs.length}]"` +
    ` xmlns:soapenc="${SOAP_ENCODING}" xmlns:apachesoap="${APACHE_SOAP}"`;
  const items = contentIDs.map((contentID) => `<item href="cid:${escapeAttribute(contentID)}"/>`);
  return enclosed(answered, type, items.join(''));
}

function enclosed({ name, namespace }: Answered, type: string, content: string): string {
  return (
    `${START}<ns1:${name}Response soapenv:encodingStyle="${SOAP_ENCODING}" xmlns:ns1="${escapeAttribute(namespace)}">` +
    `<ns1:${name}Return${type}>${content}</ns1:${name}Return></ns1:${name}Response>${END}`
  );
}

/** @param isOurs a fault of the server's, not of the call */
export function faultText(faultstring: string, isOurs: boolean): string {
  return (
    `${START}<soapenv:Fault><faultcode>soapenv:${isOurs ? 'Server' : 'Client'}</faultcode>` +
    `<faultstring>${escapeText(faultstring)}</faultstring></soapenv:Fault>${END}`
  );
}
