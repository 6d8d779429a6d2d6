/**
 * A sign-in that an administrator tries: the provider's answer goes every step of a real one, and what holds and what
 * breaks is kept for them. Nobody is signed in, and no account is made or changed. What was verified is used up.
 */
import type { Account } from '../../accounts/account.ts';
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';
import { Findings } from '../sign-on-tests/sign-on-result.ts';
import { type OpenTest, openSignOnTests } from '../sign-on-tests/sign-on-tests.ts';
import { SAML_STEPS } from '../sign-on-tests/witness.ts';
import { personOf } from './asserted-person.ts';
import { shown } from './gate.ts';
import type { Ledger } from './ledger.ts';
import type { Library } from './library.ts';
import type { People } from './people.ts';
import type { SamlParts } from './saml.ts';
import { checkKnowsProvider, checkProfile } from './saml-readiness.ts';
import type { SamlForm, TriedSignIn } from './types.ts';
import type { openVerifier } from './verifier.ts';
import { textOfPost } from './wire.ts';

interface TrialParts extends SamlParts {
  readonly library: Library;
  readonly ledger: Ledger;
  readonly people: People;
  readonly verifier: ReturnType<typeof openVerifier>;
}

/** Stands in the address that a site names to its provider where it makes no requests. */
const TEST = 'signOnTest';

export function openTrial({ database, clock, random, links, library, ledger, people, verifier }: TrialParts) {
  const tests = openSignOnTests(database, clock);

  /** Only the answer to a test says that it is one; whatever it claims, it is held against that test. */
  async function testOf(site: Site, text: string, target: string | undefined) {
    const name = site.settings.samlSSO.profile === 'IdP' ? nameIn(target) : answeredIn(text);
    const test = name === undefined ? undefined : await tests.open(site, 'saml', name);
    return test && { ...test, name };
  }

  async function tried(site: Site, text: string, test: OpenTest & { name: string | undefined }) {
    const findings = new Findings(SAML_STEPS);
    try {
      const { asserted, inResponseTo } = await verifier.response(site, text, findings);
      findings.says([...asserted.attributes].map(([name, values]) => [shown(name), values.map(shown)]));
      checkProfile(site, inResponseTo);
      if (inResponseTo !== undefined && inResponseTo !== test.name) {
        throw new SsoRefused(28, 'what is signed answers another request than this one');
      }
      await ledger.take(site, { id: asserted.id, until: asserted.until, again: 13 });
      findings.held('request');
      const person = personOf(asserted, site);
      findings.held('person', shown(person.uid));
      const account = await people.outcomeFor(site, person);
      findings.held('account', account.webExID);
      findings.leadsTo(account);
      return findings.result();
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      return findings.result({ number: error.number, detail: error.detail });
    }
  }

  return {
    async begin(site: Site, account: Pick<Account, 'id'>, home: string): Promise<{ readonly url: string }> {
      checkKnowsProvider(site);
      const { profile, idpLoginUrl, targetParameter } = site.settings.samlSSO;
      if (profile === 'IdP') {
        const name = random.bytes(32).toString('base64url');
        const target = new URL(links.site(site));
        target.searchParams.set(TEST, name);
        const url = new URL(idpLoginUrl);
        url.searchParams.set(targetParameter, target.href);
        await tests.begin(site, account, 'saml', name, home);
        return { url: url.href };
      }
      const { id, url } = await library.authnRequest(site);
      await tests.begin(site, account, 'saml', id, home);
      return { url };
    },

    async take(site: Site, { SAMLResponse, target }: SamlForm): Promise<TriedSignIn | undefined> {
      const text = textOrNothing(SAMLResponse);
      const test = text === undefined ? undefined : await testOf(site, text, target);
      if (text === undefined || !test) return undefined;
      checkKnowsProvider(site);
      await tests.end(test, await tried(site, text, test));
      return { home: test.home };
    },
  };
}

/** What cannot be read is no test's: it is refused as what it may have been meant for. */
function textOrNothing(base64: string): string | undefined {
  try {
    return textOfPost(base64, 6);
  } catch {
    return undefined;
  }
}

/** The request that the outermost element says it answers. Nothing has proved it. */
function answeredIn(text: string): string | undefined {
  return /^<[^<>]*?\sInResponseTo\s*=\s*["']([\w.-]{1,256})["']/.exec(text)?.[1];
}

function nameIn(target: string | undefined): string | undefined {
  if (target === undefined || !URL.canParse(target)) return undefined;
  return new URL(target).searchParams.get(TEST) ?? undefined;
}
