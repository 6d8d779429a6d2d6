/** The envelope of the XML API, `serv:message`: requests out of it, answers into it. */
import type { GsbStatus } from '../../sites/site.ts';
import { shown } from '../../xml/charset.ts';
import { decoder, type Hint, InvalidElement } from '../../xml/decoder.ts';
import type { XmlElement } from '../../xml/element.ts';
import { escapeAttribute, escapeText } from '../../xml/encoder.ts';
import type { Namespace } from '../../xml/schema.ts';
import { tellUnknown } from '../../xml/unknown-element.ts';
import type { Failure, SubError } from '../exceptions/failure.ts';
import { MessageRefused } from '../exceptions/message-refused.ts';
import type { Service } from '../service.ts';
import { com, serv } from '../types/namespaces.ts';
import type { Content, Envelope, OpenedMessage, Outcome, Written } from './envelope.ts';
import { type SecurityContext, securityContextType } from './message-type.ts';
import { onlyChild } from './only-child.ts';

export const webexEnvelope: Envelope = {
  open: readMessage,
  typeOf: ({ service, name }) => `java:com.webex.service.binding.${service.name}.${name}`,
  encloser: bodyContentWriter,
  refuse: (failure, gsbStatus) => answered(writeRouterFailure(failure, gsbStatus)),
};

/** Every failure of an operation is told with HTTP 200. */
function answered(text: string): Written {
  return { status: 200, text };
}

/** One message is one caller's turn: more of them would keep the others waiting. */
const MOST_BODY_CONTENTS = 100;

const NOBODY: SecurityContext = {};
const decodeSecurityContext = decoder(securityContextType, serv);

/**
 * @throws MessageRefused when the message names no operation
 * @throws InvalidElement when the security context is wrong, or there are too many bodyContents
 */
function readMessage(root: XmlElement, hint: Hint): OpenedMessage {
  if (root.name !== 'message') {
    throw new MessageRefused('noOperation', `the root is ${shown(qualifiedName(root))}, not "serv:message"`);
  }
  tellUnknownIn(root, ['header', 'body'], hint);
  const body = onlyChild(root, 'body');
  if (body) tellUnknownIn(body, ['bodyContent'], hint);
  const bodyContents = body?.children.filter((element) => element.name === 'bodyContent') ?? [];
  if (bodyContents.length === 0) throw new MessageRefused('noOperation', 'there is no bodyContent in a body');
  if (bodyContents.length > MOST_BODY_CONTENTS) {
    throw new InvalidElement('bodyContent', 'too-many', `may be given at most ${MOST_BODY_CONTENTS} times`);
  }
  const header = onlyChild(root, 'header');
  if (header) tellUnknownIn(header, ['securityContext'], hint);
  const securityContext = header && onlyChild(header, 'securityContext');
  return {
    securityContext: securityContext ? decodeSecurityContext(securityContext, hint) : NOBODY,
    contents: bodyContents.map(contentOf),
    answer: (outcomes, gsbStatus) => answered(writeMessage(outcomes, gsbStatus)),
  };
}

function contentOf(bodyContent: XmlElement): Content {
  return { element: bodyContent, type: () => typeOf(bodyContent) };
}

/**
 * The xsi:type of a bodyContent, under whatever prefix.
 * @throws MessageRefused when the message names no operation
 */
function typeOf(bodyContent: XmlElement): string {
  const { attributes } = bodyContent;
  let found = attributes['xsi:type'];
  if (found === undefined) {
    for (const name in attributes) if (name === 'type' || name.endsWith(':type')) found = attributes[name];
  }
  const type = found?.trim();
  if (!type) throw new MessageRefused('noOperation', 'a bodyContent has no xsi:type');
  return type;
}

function tellUnknownIn({ name: parent, children }: XmlElement, names: readonly string[], hint: Hint): void {
  for (const { name } of children) {
    if (!names.includes(name)) tellUnknown({ name, parent, known: { names } }, hint);
  }
}

function qualifiedName({ prefix, name }: XmlElement): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const TAIL = '</serv:body></serv:message>';
const EMPTY_BODY_CONTENT = '<serv:bodyContent/>';
const WITHOUT_SERVICE: readonly Namespace[] = [serv, com];

/** The answer, one line after the declaration (recorded 2016-07). */
function writeMessage(outcomes: readonly Outcome[], gsbStatus: GsbStatus): string {
  const [only] = outcomes;
  if (only && outcomes.length === 1) {
    return `${head(only.service)}${responseOf(only, gsbStatus)}</serv:header><serv:body>${bodyContentOf(only)}${TAIL}`;
  }
  const prefixes = new Set(outcomes.flatMap(({ service }) => service?.prefixes ?? WITHOUT_SERVICE));
  const responses = outcomes.map((outcome) => responseOf(outcome, gsbStatus)).join('');
  return `${headWith([...prefixes])}${responses}</serv:header><serv:body>${outcomes.map(bodyContentOf).join('')}${TAIL}`;
}

/** What encloses the content of one successful operation; the parts are joined once, at start. */
function bodyContentWriter(service: Service, responseName: string): (content: string) => string {
  const type = `${service.namespace.prefix}:${responseName}`;
  const start = `<serv:bodyContent xsi:type="${type}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  return (content) => (content === '' ? `${start}/>` : `${start}>${content}</serv:bodyContent>`);
}

/**
 * A failure before any operation is known, in the form of the front router: laid out on lines, its
 * declaration with a blank before `?>`, only serv and com declared, a body without content (recorded 2018).
 */
function writeRouterFailure({ exceptionID, reason }: Failure, gsbStatus: GsbStatus): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    `<serv:message${declarations(WITHOUT_SERVICE)}>`,
    '  <serv:header>',
    '    <serv:response>',
    '      <serv:result>FAILURE</serv:result>',
    `      <serv:reason>${escapeText(reason)}</serv:reason>`,
    `      <serv:gsbStatus>${gsbStatus}</serv:gsbStatus>`,
    `      <serv:exceptionID>${exceptionID}</serv:exceptionID>`,
    '    </serv:response>',
    '  </serv:header>',
    '  <serv:body>',
    '  </serv:body>',
    '</serv:message>',
    '',
  ].join('\n');
}

const heads = new Map<Service | undefined, string>();

function head(service: Service | undefined): string {
  const known = heads.get(service);
  if (known !== undefined) return known;
  const written = headWith(service?.prefixes ?? WITHOUT_SERVICE);
  heads.set(service, written);
  return written;
}

function headWith(prefixes: readonly Namespace[]): string {
  return `${DECLARATION}<serv:message${declarations(prefixes)}><serv:header>`;
}

function declarations(prefixes: readonly Namespace[]): string {
  return prefixes.map(({ prefix, uri }) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`).join('');
}

function responseOf(outcome: Outcome, gsbStatus: GsbStatus): string {
  if (!('failure' in outcome)) {
    return `<serv:response><serv:result>SUCCESS</serv:result><serv:gsbStatus>${gsbStatus}</serv:gsbStatus></serv:response>`;
  }
  const { reason, exceptionID, subErrors } = outcome.failure;
  return (
    `<serv:response><serv:result>FAILURE</serv:result><serv:reason>${escapeText(reason)}</serv:reason>` +
    `<serv:gsbStatus>${gsbStatus}</serv:gsbStatus><serv:exceptionID>${exceptionID}</serv:exceptionID>` +
    `${subErrors ? writeSubErrors(subErrors) : ''}</serv:response>`
  );
}

/** With the empty value of the whole failure that was recorded beside them (AuthenticateUser, 2017). */
function writeSubErrors(subErrors: readonly SubError[]): string {
  const written = subErrors.map(
    ({ exceptionID, reason }) =>
      `<serv:subError><serv:exceptionID>${exceptionID}</serv:exceptionID>` +
      `<serv:reason>${escapeText(reason)}</serv:reason></serv:subError>`,
  );
  return `<serv:subErrors>${written.join('')}</serv:subErrors><serv:value/>`;
}

function bodyContentOf(outcome: Outcome): string {
  return 'failure' in outcome ? EMPTY_BODY_CONTENT : outcome.content;
}
