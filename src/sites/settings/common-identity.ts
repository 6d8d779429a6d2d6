/** The OpenID provider of a CI site: whose access tokens are taken, and who signs its people in by browser. */
import { count, json, marked, text, word, words } from './setting.ts';

/** Signatures by a private key. Where both sides share a secret, whoever checks a token could make one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

export const COMMON_IDENTITY_SETTINGS = {
  commonIdentity: {
    ...marked(
      {
        issuer: text(
          '',
          'The OpenID provider of a CI site, as its tokens name it: an https address, or http on loopback. Without one no access token is taken.',
          { policy: true },
        ),
        audience: text(
          '',
          'The `aud` that an access token must have. Without one no token of the JWT form is taken.',
        ),
        clientID: text(
          '',
          'The client that the site is at the provider, for introspection and for browsers.',
        ),
        clientSecret: text('', "That client's secret; a public client has none.", { secret: true }),
        trustedClients: words(
          [],
          'Further clients whose tokens are taken where introspection tells no audience; `clientID` is always one.',
        ),
        userClaim: text('email', "What a token says of its person: the account's webExID or e-mail."),
        introspection: word(
          ['auto', 'always', 'never'],
          'auto',
          "Which tokens the provider is asked about, so that a revoked one dies: `auto` those that are no JWT, `always` all. The others are checked by the provider's keys.",
        ),
        requiredScope: text('', 'A scope that an access token must have.'),
        algorithms: json<readonly string[]>(
          ['RS256', 'PS256', 'ES256', 'EdDSA'],
          'The signatures that are taken, in JSON; never one by a shared secret, and never none.',
          [{ oneOf: ALGORITHMS }],
        ),
      },
      { owner: true, guided: true },
    ),
    answerWithin: count(
      5000,
      'Milliseconds that the provider has for everything that one sign-in asks it (000035).',
      { min: 1, max: 5000, owner: true },
    ),
    network: word(
      ['any', 'public'],
      'any',
      'Where the provider may be: `any` address that this server reaches, or only at `public` addresses. What a site administrator sets as `issuer` is asked at public addresses alone, until the owner says `any` again.',
      { owner: true },
    ),
  },
};
