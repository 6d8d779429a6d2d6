/** What the tests use of samlp 8, which has no types of its own. */
declare module 'samlp' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Next = (error?: unknown) => void;

  /** As Express hands a request on. */
  export interface SamlpRequest extends IncomingMessage {
    query: Record<string, string>;
    body: Record<string, string>;
    /** Holds what samlp remembers during a logout. */
    session: Record<string, unknown>;
    originalUrl: string;
    protocol: string;
  }

  export interface SamlpResponse extends ServerResponse {
    set(name: string, value: string): void;
    send(body: number | string): void;
    redirect(address: string): void;
  }

  type Handler = (request: SamlpRequest, response: SamlpResponse, next: Next) => void;

  interface Credentials {
    readonly issuer: string;
    /** PEM. */
    readonly cert: string;
    /** PEM. */
    readonly key: string;
  }

  interface AuthOptions extends Credentials {
    readonly getUserFromRequest: (request: SamlpRequest) => unknown;
    readonly getPostURL: (
      audience: string,
      request: unknown,
      from: SamlpRequest,
      done: (error: Error | null, url?: string) => void,
    ) => void;
    readonly profileMapper: (user: never) => {
      getClaims(): Record<string, string>;
      getNameIdentifier(): { nameIdentifier: string; nameIdentifierFormat: string };
    };
    readonly audience?: string;
    readonly destination: string;
    readonly recipient: string;
    readonly sessionIndex: string;
    readonly RelayState?: string;
    readonly lifetimeInSeconds: number;
    readonly signingCert?: string;
  }

  /** Somebody's session at a service provider. */
  export interface SessionParticipant {
    readonly serviceProviderId: string;
    readonly nameId: string;
    readonly nameIdFormat: string;
    readonly sessionIndex: string;
    readonly serviceProviderLogoutURL: string;
    /** PEM. */
    readonly cert: string;
    readonly binding: string;
  }

  interface LogoutOptions extends Credentials {
    readonly deflate: boolean;
    readonly protocolBinding: string;
    readonly sessionParticipants: unknown;
    readonly clearIdPSession: (done: (error?: Error) => void) => void;
  }

  export function auth(options: AuthOptions): Handler;
  export function logout(options: LogoutOptions): Handler;
}

declare module 'samlp/lib/sessionParticipants/index.js' {
  import type { SessionParticipant } from 'samlp';

  /** Takes the list as its own, and takes out of it whoever has been signed out. */
  class SessionParticipants {
    constructor(list: SessionParticipant[]);
  }
  export = SessionParticipants;
}
