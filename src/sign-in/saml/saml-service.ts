/** SAML sign-on and logout, from a message to an account: each step is a file beside this one. */
import { timingSafeEqual } from 'node:crypto';
import { tokenHash } from '../../random.ts';
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';
import { type Person, personOf } from './asserted-person.ts';
import { openInstallationKey } from './installation-key.ts';
import { openLedger, type SentRequest } from './ledger.ts';
import { openLibrary } from './library.ts';
import { openLogout } from './logout.ts';
import { checkStanding, openPeople } from './people.ts';
import type { SamlParts } from './saml.ts';
import { checkProfile, checkReady } from './saml-readiness.ts';
import { metadataOf } from './service-provider.ts';
import { openTrial } from './trial.ts';
import type { Saml } from './types.ts';
import { openVerifier, type Verified } from './verifier.ts';
import { textOfPost } from './wire.ts';

/** As long as an address of the site may be. */
const LONGEST_TARGET = 8_000;

export function openService(parts: SamlParts): Omit<Saml, 'isReady'> {
  const { database, clock, random, secret, accounts, tickets, links } = parts;
  const key = openInstallationKey(database, clock, random, secret);
  const ledger = openLedger(database, clock, random);
  const library = openLibrary(clock, random, links, key);
  const people = openPeople(accounts, clock);
  const verifier = openVerifier(clock, links, library, key);
  const trial = openTrial({ ...parts, library, ledger, people, verifier });

  /** Once verified, a message is used up before anything comes of it. */
  async function take(site: Site, { asserted, inResponseTo }: Verified): Promise<SentRequest | undefined> {
    checkProfile(site, inResponseTo);
    return ledger.take(
      site,
      { id: asserted.id, until: asserted.until, again: 13 },
      inResponseTo === undefined ? undefined : { kind: 'AuthnRequest', id: inResponseTo },
    );
  }

  return {
    async beginSignIn(site, target) {
      checkReady(site);
      const { profile, idpLoginUrl, targetParameter } = site.settings.samlSSO;
      const kept = target !== undefined && target.length <= LONGEST_TARGET ? target : undefined;
      if (profile === 'IdP') {
        const url = new URL(idpLoginUrl);
        if (kept !== undefined) url.searchParams.set(targetParameter, kept);
        return { url: url.href, binding: random.bytes(32).toString('base64url') };
      }
      const { id, url } = await made(26, () => library.authnRequest(site));
      return { url, binding: await ledger.ask(site, 'AuthnRequest', id, kept) };
    },

    async takeResponse(site, { SAMLResponse, target }) {
      checkReady(site);
      const verified = await verifier.response(site, textOfPost(SAMLResponse, 6));
      const person = personOf(verified.asserted, site);
      const asked = await take(site, verified);
      const account = await people.accountOf(site, person);
      const fromProvider = target !== undefined && target.length <= LONGEST_TARGET ? target : null;
      const code = await ledger.handOver(
        site,
        account,
        verified.asserted.samlSession,
        asked ?? { binding: null, target: fromProvider },
      );
      return { code };
    },

    beginTest: trial.begin,
    takeTest: trial.take,

    async finishSignIn(site, code, binding) {
      const handOver = await ledger.takeUp(site, code);
      if (!handOver) throw new SsoRefused(28, 'the code is unknown, used or too old');
      const given = binding === undefined ? undefined : tokenHash(binding);
      if (handOver.binding && !(given && timingSafeEqual(handOver.binding, given))) {
        throw new SsoRefused(28, 'another browser has begun this sign-in, or none');
      }
      const account = await accounts.findById(handOver.account);
      if (!account) throw new SsoRefused(3, 'the account has gone');
      checkStanding(account, clock.now());
      if (account.credentialVersion !== handOver.credentialVersion) {
        throw new SsoRefused(28, 'the credentials of the account have changed since');
      }
      return { account, target: handOver.target ?? undefined, samlSession: handOver.samlSession };
    },

    async accountOf(site, samlResponse, claimed, partnerID) {
      checkReady(site);
      if (site.settings.samlSSO.profile !== 'IdP') {
        throw new SsoRefused(28, 'samlResponse is for sites whose sign-in begins at the identity provider');
      }
      const verified = await ofPartner(partnerID, () =>
        verifier.responseOrAssertion(site, textOfPost(samlResponse, 6)),
      );
      const person = personOf(verified.asserted, site);
      checkClaim(person, claimed);
      await take(site, verified);
      return people.accountOf(site, person);
    },

    ...openLogout({ clock, links, library, ledger, tickets, made }),

    async metadata(site) {
      return metadataOf(site, links, (await key.own()).certificate);
    },
  };
}

/** Whatever keeps a request from being made is told by that number. */
async function made<T>(number: 26 | 27, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SsoRefused) throw error;
    throw new SsoRefused(number, error instanceof Error ? error.message : 'it could not be made');
  }
}

function checkClaim({ uid, email }: Person, claimed: string | undefined): void {
  if (claimed === undefined) return;
  const names = [uid, email].map((name) => name?.toLowerCase());
  if (!names.includes(claimed.toLowerCase())) {
    throw new SsoRefused(13, `the assertion is about ${uid}, and ${claimed} was claimed`);
  }
}

/** Partner SAML, an issuer for many sites, is not supported: so says the release. */
async function ofPartner<T>(partnerID: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SsoRefused && error.number === 24 && partnerID !== undefined)) throw error;
    throw new SsoRefused(24, `${error.detail}; Partner SAML is not supported (partnerID ${partnerID})`);
  }
}
