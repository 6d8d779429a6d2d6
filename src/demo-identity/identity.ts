/**
 * The identity provider of the demo's CI site, under `/identity` of the same server. It is made with oidc-provider,
 * which is loaded when it is first asked. What it has given out is kept in memory: it is for trying things only.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';

export const IDENTITY_PATH = '/identity';

/** The client that anybody may use on a command line; it has no secret. */
export const COMMAND_LINE_CLIENT = 'curl';

/** The audience of its tokens: whoever asks for this resource gets a JWT, and whoever asks for none an opaque token. */
export const RESOURCE = 'urn:parlance:meetings';

export type IdentityHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves the accounts of one site. */
export function demoIdentity(context: Context, siteName: string): IdentityHandler {
  let opened: Promise<IdentityHandler> | undefined;
  return (request, response) => {
    opened ??= import('./demo-provider.ts').then(({ openDemoProvider }) =>
      openDemoProvider(context, siteName),
    );
    opened.then(
      (handler) => handler(request, response),
      (error: unknown) => {
        opened = undefined;
        context.log.fault('identity', error);
        response.writeHead(500).end();
      },
    );
  };
}

/**
 * Lets the site take the tokens of this provider, wherever the server listens today. A site that has been given
 * another provider keeps it.
 */
export async function trustDemoIdentity({ sites, links, random }: Context, siteName: string): Promise<void> {
  const { commonIdentity } = (await sites.required(siteName)).settings;
  const issuer = links.publicUrl() + IDENTITY_PATH;
  if (commonIdentity.issuer === issuer) return;
  if (commonIdentity.issuer !== '' && !commonIdentity.issuer.endsWith(IDENTITY_PATH)) return;
  await sites.change(siteName, {
    settings: {
      commonIdentity: {
        issuer,
        audience: RESOURCE,
        clientID: siteName,
        clientSecret: commonIdentity.clientSecret || random.bytes(32).toString('base64url'),
        trustedClients: [COMMAND_LINE_CLIENT],
      },
    },
  });
}

/** The command that prints an access token. */
export function tokenCommand(url: string, username: string, password: string): string {
  const form = {
    grant_type: 'password',
    client_id: COMMAND_LINE_CLIENT,
    username,
    password,
    resource: RESOURCE,
  };
  const fields = Object.entries(form).map(([name, value]) => `-d ${name}=${value}`);
  return `curl ${url}${IDENTITY_PATH}/token ${fields.join(' ')}`;
}
