/** Reads the assertion that a signature covers, and holds it against the site and the time. */
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';
import type { SamlStep, Witness } from '../sign-on-tests/witness.ts';
import { shown } from './gate.ts';
import { UNSPECIFIED } from './library.ts';
import { ASSERTION, childrenOf, is, type Node, onlyChild, treeOf } from './tree.ts';
import type { SamlSession } from './types.ts';

/** Milliseconds that clocks may be apart. */
export const SKEW = 3 * 60_000;

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** What an assertion is held against. */
export interface Expectations {
  readonly site: Site;
  readonly spIssuer: string;
  /** The address of the site. */
  readonly siteAddress: string;
  /** The address of the assertion consumer service. */
  readonly consumer: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly witness: Witness<SamlStep>;
}

export interface Asserted {
  readonly id: string;
  readonly samlSession: SamlSession;
  /** By lower-case name; the values that are not empty. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly inResponseTo: string | undefined;
  /** Epoch milliseconds from which on its own times refuse it. */
  readonly until: number;
}

/**
 * @param text of the assertion, as the library has verified it
 * @throws SsoRefused (2, 10, 13, 14, 19, 24, 25) when the assertion is not what is expected
 */
export function readAssertion(text: string, expected: Expectations): Asserted {
  const { witness } = expected;
  const root = treeOf(text, 13);
  const id = root.attributes.get('ID');
  if (!is(root, ASSERTION, 'Assertion') || !id) throw new SsoRefused(13, 'what is signed is no assertion');
  checkIssuer(onlyChild(root, ASSERTION, 'Issuer'), expected.site);
  witness.held('issuer', expected.site.settings.samlSSO.idpIssuer);
  const subject = onlyChild(root, ASSERTION, 'Subject');
  const nameID = readNameID(subject, expected);
  witness.held('subject', shown(nameID.nameID));
  const confirmation = readConfirmation(subject, expected);
  witness.held('recipient', expected.consumer);
  checkConditions(root, expected);
  witness.held('conditions', expected.spIssuer);
  const sessionIndex = readStatement(root, expected);
  witness.held('statement');
  return {
    id,
    samlSession: { ...nameID, ...(sessionIndex !== undefined && { sessionIndex }) },
    attributes: readAttributes(root),
    inResponseTo: confirmation.attributes.get('InResponseTo'),
    until: latestEnd(root, expected.now) + SKEW,
  };
}

/** @throws SsoRefused (24) when the issuer is another */
export function checkIssuer(issuer: Node | undefined, { settings }: Site): void {
  const { idpIssuer } = settings.samlSSO;
  if (issuer?.text !== idpIssuer) {
    throw new SsoRefused(24, `the issuer is ${issuer ? shown(issuer.text) : 'missing'}, not ${idpIssuer}`);
  }
}

function readNameID(subject: Node | undefined, expected: Expectations): Omit<SamlSession, 'sessionIndex'> {
  const node = onlyChild(subject, ASSERTION, 'NameID');
  if (!node || node.text === '') throw new SsoRefused(2, 'the assertion has no NameID');
  if (node.children.length > 0) throw new SsoRefused(13, 'the NameID holds elements');
  const format = node.attributes.get('Format');
  const wanted = expected.site.settings.samlSSO.nameIDFormat;
  if (wanted !== '' && wanted !== UNSPECIFIED && format !== wanted) {
    throw new SsoRefused(25, `the NameID has the format ${shown(format ?? 'unspecified')}, not ${wanted}`);
  }
  const nameQualifier = node.attributes.get('NameQualifier');
  const spNameQualifier = node.attributes.get('SPNameQualifier');
  if (spNameQualifier !== undefined && ![expected.spIssuer, expected.siteAddress].includes(spNameQualifier)) {
    throw new SsoRefused(10, `the SPNameQualifier is ${shown(spNameQualifier)}`);
  }
  return {
    nameID: node.text,
    ...(format !== undefined && { nameIDFormat: format }),
    ...(nameQualifier !== undefined && { nameQualifier }),
    ...(spNameQualifier !== undefined && { spNameQualifier }),
  };
}

/** The data of the first bearer confirmation that holds here and now; why the first does not when none does. */
function readConfirmation(subject: Node | undefined, expected: Expectations): Node {
  const bearers = subject
    ? childrenOf(subject, ASSERTION, 'SubjectConfirmation').filter(
        (each) => each.attributes.get('Method') === BEARER,
      )
    : [];
  let refusal: SsoRefused | undefined;
  for (const bearer of bearers) {
    const data = onlyChild(bearer, ASSERTION, 'SubjectConfirmationData');
    try {
      if (data) return checkConfirmation(data, expected);
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new SsoRefused(13, 'the assertion has no bearer confirmation');
}

function checkConfirmation(data: Node, { consumer, now }: Expectations): Node {
  const recipient = data.attributes.get('Recipient');
  if (recipient !== consumer) {
    throw new SsoRefused(14, `the recipient is ${shown(recipient ?? 'missing')}, not ${consumer}`);
  }
  if (!data.attributes.has('NotOnOrAfter')) throw new SsoRefused(13, 'the confirmation has no end');
  checkTimes(data, now);
  return data;
}

function checkConditions(root: Node, { spIssuer, now }: Expectations): void {
  const conditions = onlyChild(root, ASSERTION, 'Conditions');
  if (!conditions) throw new SsoRefused(13, 'the assertion has not one Conditions');
  checkTimes(conditions, now);
  const restrictions = childrenOf(conditions, ASSERTION, 'AudienceRestriction');
  if (restrictions.length === 0) throw new SsoRefused(13, 'the assertion names no audience');
  for (const restriction of restrictions) {
    const audiences = childrenOf(restriction, ASSERTION, 'Audience').map(({ text }) => text);
    if (!audiences.includes(spIssuer)) {
      throw new SsoRefused(13, `the audience is ${shown(audiences.join(', '))}, not ${spIssuer}`);
    }
  }
  for (const { name } of conditions.children) {
    if (!/^(?:AudienceRestriction|OneTimeUse|ProxyRestriction)$/.test(name)) {
      throw new SsoRefused(13, `the condition ${shown(name)} is unknown`);
    }
  }
}

/** The SessionIndex, if there is one. */
function readStatement(root: Node, { site, now }: Expectations): string | undefined {
  const [statement] = childrenOf(root, ASSERTION, 'AuthnStatement');
  if (!statement) throw new SsoRefused(13, 'the assertion has no AuthnStatement');
  const end = statement.attributes.get('SessionNotOnOrAfter');
  if (end !== undefined && timeOf(end) + SKEW <= now) {
    throw new SsoRefused(19, 'the session at the identity provider has ended');
  }
  const wanted = site.settings.samlSSO.authnContextClassRef;
  const context = onlyChild(statement, ASSERTION, 'AuthnContext');
  const given = onlyChild(context, ASSERTION, 'AuthnContextClassRef')?.text;
  if (wanted !== '' && given !== wanted) {
    throw new SsoRefused(13, `the AuthnContextClassRef is ${shown(given ?? 'missing')}, not ${wanted}`);
  }
  return statement.attributes.get('SessionIndex');
}

function readAttributes(root: Node): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const statement of childrenOf(root, ASSERTION, 'AttributeStatement')) {
    for (const attribute of childrenOf(statement, ASSERTION, 'Attribute')) {
      const name = attribute.attributes.get('Name')?.toLowerCase() ?? '';
      const values = childrenOf(attribute, ASSERTION, 'AttributeValue')
        .map(({ text }) => text)
        .filter((text) => text !== '');
      found.set(name, [...(found.get(name) ?? []), ...values]);
    }
  }
  return found;
}

/** @throws SsoRefused when it is before the time (13) or after it (19) */
export function checkTimes(node: Node, now: number): void {
  const notBefore = node.attributes.get('NotBefore');
  const notOnOrAfter = node.attributes.get('NotOnOrAfter');
  if (notBefore !== undefined && timeOf(notBefore) - SKEW > now) {
    throw new SsoRefused(13, `${node.name} is not valid before ${notBefore}`);
  }
  if (notOnOrAfter !== undefined && timeOf(notOnOrAfter) + SKEW <= now) {
    throw new SsoRefused(19, `${node.name} has ended at ${notOnOrAfter}`);
  }
}

/** The last end of any confirmation. */
function latestEnd(root: Node, now: number): number {
  const subject = onlyChild(root, ASSERTION, 'Subject');
  const ends = (subject ? childrenOf(subject, ASSERTION, 'SubjectConfirmation') : [])
    .map((each) => onlyChild(each, ASSERTION, 'SubjectConfirmationData')?.attributes.get('NotOnOrAfter'))
    .filter((end) => end !== undefined)
    .map(timeOf);
  return Math.max(now, ...ends);
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Epoch milliseconds of an xs:dateTime with its zone.
 * @throws SsoRefused (13) when it cannot be read
 */
export function timeOf(text: string): number {
  const time = DATE_TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new SsoRefused(13, 'the assertion has a time that cannot be read');
  return time;
}
