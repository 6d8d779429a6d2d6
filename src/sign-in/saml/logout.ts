/** Single logout: begun here, or at the identity provider (SAML profiles 4.4). */
import type { Clock } from '../../clock.ts';
import type { Links } from '../../links.ts';
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';
import type { Tickets } from '../tickets.ts';
import { checkIssuer, checkTimes, SKEW, timeOf } from './assertion.ts';
import { checkStatus, gateLogout, shown } from './gate.ts';
import type { Ledger } from './ledger.ts';
import { type Library, validCertificates } from './library.ts';
import { checkRedirectSignature, redirectMessage } from './redirect-signature.ts';
import { checkReady, isReady, isWebAddress } from './saml-readiness.ts';
import { ASSERTION, childrenOf, type Node, onlyChild, PROTOCOL } from './tree.ts';
import type { LogoutMessage, Saml } from './types.ts';
import { textOfPost, textOfRedirect } from './wire.ts';

/** Milliseconds that a LogoutRequest without an end is good for. */
const REQUEST_LIFE = 5 * 60_000;

interface Parts {
  readonly clock: Clock;
  readonly links: Links;
  readonly library: Library;
  readonly ledger: Ledger;
  readonly tickets: Tickets;
  /** Names what keeps a request from being made. */
  readonly made: <T>(number: 27, work: () => Promise<T>) => Promise<T>;
}

/** A message whose signature is right. */
interface Received {
  readonly root: Node;
  readonly relayState: string | undefined;
}

export function openLogout(parts: Parts): Pick<Saml, 'beginLogout' | 'takeLogout'> {
  const { clock, links, library, ledger, tickets, made } = parts;

  async function byRedirect(site: Site, query: string): Promise<Received> {
    const message = redirectMessage(query);
    const text = await textOfRedirect(message.message, message.kind === 'SAMLRequest' ? 30 : 29);
    const { root } = gateLogout(text, site.settings.samlSSO.allowSha1);
    checkKind(root, message.kind);
    const certificates = validCertificates(site, clock.now());
    checkRedirectSignature(message, certificates, site.settings.samlSSO.allowSha1);
    return { root, relayState: message.relayState };
  }

  async function byPost(site: Site, form: URLSearchParams): Promise<Received> {
    const fields = ['SAMLRequest', 'SAMLResponse'] as const;
    const [kind, ...more] = fields.flatMap((name) => form.getAll(name).map(() => name));
    const message = kind && form.get(kind);
    if (!kind || !message || more.length > 0) throw new SsoRefused(1, 'the form has not one message');
    const text = textOfPost(message, kind === 'SAMLRequest' ? 30 : 29);
    const { root, isSigned } = gateLogout(text, site.settings.samlSSO.allowSha1);
    checkKind(root, kind);
    if (!isSigned) throw new SsoRefused(20, 'the message is not signed');
    validCertificates(site, clock.now());
    checkIssuer(onlyChild(root, ASSERTION, 'Issuer'), site);
    const isRequest = kind === 'SAMLRequest';
    await library.verifyLogout(site, text, isRequest ? 'LogoutRequest' : 'LogoutResponse');
    return { root, relayState: form.get('RelayState') ?? undefined };
  }

  async function takeRequest(site: Site, { root, relayState }: Received): Promise<string | undefined> {
    const id = root.attributes.get('ID') ?? '';
    const nameID = onlyChild(root, ASSERTION, 'NameID');
    if (!nameID || nameID.text === '' || nameID.children.length > 0) {
      throw new SsoRefused(2, 'the LogoutRequest has no NameID');
    }
    await ledger.take(site, { id, until: endOf(root, clock.now()), again: 30 });
    const indexes = childrenOf(root, PROTOCOL, 'SessionIndex').map(({ text }) => text);
    if (indexes.length === 0) await tickets.closeSamlSessions(site, nameID.text);
    for (const index of indexes) await tickets.closeSamlSessions(site, nameID.text, index);
    if (!isWebAddress(site.settings.samlSSO.idpLogoutUrl)) return undefined;
    return made(27, () => library.logoutResponse(site, id, relayState));
  }

  async function takeAnswer(site: Site, { root }: Received): Promise<void> {
    const inResponseTo = root.attributes.get('InResponseTo');
    if (inResponseTo === undefined) throw new SsoRefused(28, 'the LogoutResponse answers no request');
    const id = root.attributes.get('ID') ?? '';
    const message = { id, until: endOf(root, clock.now()), again: 29 } as const;
    await ledger.take(site, message, { kind: 'LogoutRequest', id: inResponseTo });
    checkStatus(root);
  }

  return {
    async beginLogout(site, samlSession) {
      const { singleLogout, idpLogoutUrl } = site.settings.samlSSO;
      if (!singleLogout || !isReady(site)) return undefined;
      if (!isWebAddress(idpLogoutUrl)) throw new SsoRefused(27, 'samlSSO.idpLogoutUrl is no address');
      const { id, url } = await made(27, () => library.logoutRequest(site, samlSession));
      await ledger.ask(site, 'LogoutRequest', id, undefined);
      return url;
    },

    async takeLogout(site: Site, { method, query, form }: LogoutMessage) {
      checkReady(site);
      const received = await (method === 'GET' ? byRedirect(site, query) : byPost(site, form));
      const { root } = received;
      checkIssuer(onlyChild(root, ASSERTION, 'Issuer'), site);
      checkDestination(root, links.samlLogout(site));
      const isRequest = root.name === 'LogoutRequest';
      if (isRequest) return { respondAt: await takeRequest(site, received) };
      await takeAnswer(site, received);
      return { respondAt: undefined };
    },
  };
}

function checkKind(root: Node, kind: 'SAMLRequest' | 'SAMLResponse'): void {
  if ((root.name === 'LogoutRequest') !== (kind === 'SAMLRequest')) {
    throw new SsoRefused(1, `the ${kind} is a ${root.name}`);
  }
}

/** @throws SsoRefused (14) when the addressee is another */
function checkDestination(root: Node, address: string): void {
  const destination = root.attributes.get('Destination');
  if (destination !== undefined && destination !== address) {
    throw new SsoRefused(14, `the destination is ${shown(destination)}, not ${address}`);
  }
}

/**
 * Epoch milliseconds until which the message may come.
 * @throws SsoRefused (13, 19, 30) when the message is not to be trusted
 */
function endOf(root: Node, now: number): number {
  checkTimes(root, now);
  const issued = timeOf(root.attributes.get('IssueInstant') ?? '');
  if (issued - SKEW > now) throw new SsoRefused(30, 'the message comes from the future');
  const given = root.attributes.get('NotOnOrAfter');
  const end = given === undefined ? issued + REQUEST_LIFE : timeOf(given);
  if (end + SKEW <= now) throw new SsoRefused(19, 'the message is too old');
  return end + SKEW;
}
