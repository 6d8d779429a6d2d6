/** What the pages know by which people let programs act for them. Scopes stand in them by their names. */
import type { Form } from './form.ts';

/** A program asks. */
export interface AuthorizePage {
  readonly page: 'authorize';
  readonly integration: string;
  readonly siteName: string;
  readonly person: { readonly name: string; readonly webExId: string };
  /** Where the answer goes. */
  readonly host: string;
  readonly scopes: readonly string[];
  /** What is asked for, and takes an administrator. */
  readonly beyond: readonly string[];
  /** Its button says in the field DO which one was pressed: ALLOW or DENY. */
  readonly form: Form;
}

/** Tokens of somebody's own, and the programs that act for them. */
export interface TokensPage {
  readonly page: 'tokens';
  /** Where the interface that they are for is read and tried. */
  readonly reference: string;
  readonly done?: 'revoked' | 'ungranted' | undefined;
  /** A word of the URL API. */
  readonly problem?: string | undefined;
  /** What has just been made; it is shown once. */
  readonly made?: { readonly name: string; readonly token: string; readonly expires: string } | undefined;
  readonly tokens: readonly ShownToken[];
  readonly granted: readonly ShownGrant[];
  readonly create: {
    readonly form: Form;
    /** What was typed, where it could not be taken. */
    readonly name: string;
    readonly chosen: readonly string[];
    readonly scopes: readonly string[];
    readonly adminScopes: readonly string[];
    /** Days. */
    readonly lives: readonly number[];
    readonly life: number;
  };
  readonly profile: string;
}

export interface ShownToken {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  /** In words, on the clock of the account. */
  readonly created: string;
  readonly expires: string;
  readonly used?: string | undefined;
  readonly revoke: Form;
}

export interface ShownGrant {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly granted: string;
  readonly used?: string | undefined;
  readonly revoke: Form;
}
