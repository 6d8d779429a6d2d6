/** What the console is told of the integrations of a site, and of the tokens of its accounts. */
import type { ScopeKind } from '../../sign-in/api-tokens/scopes.ts';

export interface ShownIntegration {
  readonly id: number;
  readonly clientID: string;
  readonly name: string;
  readonly redirectURIs: readonly string[];
  readonly scopes: readonly string[];
  /** Whether it can keep no secret: it proves itself by PKCE alone. */
  readonly isPublic: boolean;
  readonly enabled: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** What a change brings back. */
  readonly version: number;
}

/** GET integrations */
export interface IntegrationsAnswer {
  /** With how many people have granted each of them something that can still be used. */
  readonly integrations: readonly (ShownIntegration & { readonly grants: number })[];
  readonly scopes: readonly { readonly name: string; readonly kind: ScopeKind }[];
  /** Where programs send people, and where they come for tokens. */
  readonly authorizeURL: string;
  readonly tokenURL: string;
}

/** POST integrations; the secret is told here alone. */
export interface IntegrationRegistered {
  readonly integration: ShownIntegration;
  readonly secret: string | null;
}

/** GET users/:userID/tokens */
export interface UserTokensAnswer {
  readonly tokens: readonly {
    readonly id: number;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly expiresAt: number;
    readonly usedAt: number | null;
  }[];
  readonly grants: readonly {
    /** The integration. */
    readonly id: number;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly usedAt: number | null;
  }[];
}
