/**
 * SOAP 1.1 and 1.2 around an operation: `soapenv:Body` holds one element, named as the operation. The answer comes in
 * the version of the request, and a failure as a fault.
 */
import { shown } from '../../xml/charset.ts';
import { decoder, type Hint } from '../../xml/decoder.ts';
import type { XmlElement } from '../../xml/element.ts';
import { escapeAttribute, escapeText } from '../../xml/encoder.ts';
import { group, long, optional, text } from '../../xml/schema.ts';
import type { Failure } from '../exceptions/failure.ts';
import { MessageRefused } from '../exceptions/message-refused.ts';
import type { Service } from '../service.ts';
import { serv } from '../types/namespaces.ts';
import type { Envelope, OpenedMessage, Outcome, Written } from './envelope.ts';
import type { SecurityContext } from './message-type.ts';
import { onlyChild } from './only-child.ts';

export const soapEnvelope: Envelope = {
  open: openEnvelope,
  typeOf: ({ name }) => name,
  encloser,
  refuse: (failure) => fault(SOAP_1_1, failure),
};

/** What differs from one version to the other. */
interface Version {
  readonly uri: string;
  fault(failure: Failure): string;
}

const SOAP_1_1: Version = {
  uri: 'http://schemas.xmlsoap.org/soap/envelope/',
  fault: ({ reason, exceptionID, isFault }) =>
    `<faultcode>soapenv:${isFault ? 'Server' : 'Client'}</faultcode>` +
    `<faultstring>${escapeText(reason)}</faultstring>` +
    `<detail><exceptionID>${exceptionID}</exceptionID></detail>`,
};

const SOAP_1_2: Version = {
  uri: 'http://www.w3.org/2003/05/soap-envelope',
  fault: ({ reason, exceptionID, isFault }) =>
    `<soapenv:Code><soapenv:Value>soapenv:${isFault ? 'Receiver' : 'Sender'}</soapenv:Value></soapenv:Code>` +
    `<soapenv:Reason><soapenv:Text xml:lang="en">${escapeText(reason)}</soapenv:Text></soapenv:Reason>` +
    `<soapenv:Detail><exceptionID>${exceptionID}</exceptionID></soapenv:Detail>`,
};

function openEnvelope(root: XmlElement, hint: Hint): OpenedMessage {
  if (root.name !== 'Envelope') {
    throw new MessageRefused('noOperation', `the root is ${shown(root.name)}, not "Envelope"`);
  }
  const element = onlyChild(root, 'Body')?.children[0];
  if (!element) throw new MessageRefused('noOperation', 'there is no element in a Body');
  const version = versionOf(root, hint);
  return {
    securityContext: credentialsIn(element),
    contents: [{ element, type: () => element.name }],
    answer: (outcomes) => answer(version, outcomes),
  };
}

/** By the namespace that the root's prefix is bound to. */
function versionOf({ prefix, attributes }: XmlElement, hint: Hint): Version {
  const uri = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`];
  if (uri === SOAP_1_2.uri) return SOAP_1_2;
  if (uri !== SOAP_1_1.uri) hint('the namespace of the Envelope is no version of SOAP: read as SOAP 1.1');
  return SOAP_1_1;
}

const argumentsType = group({
  siteID: optional(long()),
  siteName: optional(text()),
  username: optional(text(), { alias: ['webExID'] }),
  password: optional(text({ secret: true })),
  sessionTicket: optional(text({ secret: true })),
});

const decodeArguments = decoder(argumentsType, serv);

/** SOAP calls say who they come from in their arguments. What else stands there is the operation's. */
function credentialsIn(element: XmlElement): SecurityContext {
  const { username, ...rest } = decodeArguments(element, () => {});
  return { ...rest, webExID: username };
}

/** Clients look for `ns1:`, so the prefix of the service is bound here, and there is no header before the body. */
function encloser({ namespace }: Service, responseName: string): (content: string) => string {
  const { prefix, uri } = namespace;
  const name = `${prefix}:${responseName}`;
  const start = `<${name} xmlns:${prefix}="${escapeAttribute(uri)}"`;
  return (content) => (content === '' ? `${start}/>` : `${start}>${content}</${name}>`);
}

function answer(version: Version, [outcome]: readonly Outcome[]): Written {
  if (!outcome) return envelope(version, 200, '');
  return 'failure' in outcome ? fault(version, outcome.failure) : envelope(version, 200, outcome.content);
}

/** SOAP 1.1 knows no other status of a fault than 500; 1.2 tells the sender's from ours. */
function fault(version: Version, failure: Failure): Written {
  const status = version === SOAP_1_2 && !failure.isFault ? 400 : 500;
  return envelope(version, status, `<soapenv:Fault>${version.fault(failure)}</soapenv:Fault>`);
}

function envelope({ uri }: Version, status: number, body: string): Written {
  return {
    status,
    text:
      `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="${uri}">` +
      `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
  };
}
