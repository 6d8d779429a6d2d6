/** Sees how far a sign-in comes: what was checked and held, and what came with it. */

/** The checks of an answer of a SAML provider, in their order. */
export const SAML_STEPS = [
  'message',
  'addressee',
  'decryption',
  'signature',
  'issuer',
  'subject',
  'recipient',
  'conditions',
  'statement',
  'request',
  'person',
  'account',
] as const;

/** Those of a sign-in at an OpenID provider. */
export const OPENID_STEPS = ['provider', 'answer', 'tokens', 'person', 'account'] as const;

export type SamlStep = (typeof SAML_STEPS)[number];
export type OpenIdStep = (typeof OPENID_STEPS)[number];
export type SignOnStep = SamlStep | OpenIdStep;

export interface Witness<S extends SignOnStep = SignOnStep> {
  /** @param came what it was that held, for a person; never a secret */
  held(step: S, came?: string): void;
  /** The step does not apply to this answer. */
  skipped(step: S): void;
}

/** Of a sign-in that nobody tries. */
export const NOBODY: Witness = { held() {}, skipped() {} };
