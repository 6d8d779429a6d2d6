import type { Context } from '../../src/context.ts';
import { demoIdentity, IDENTITY_PATH } from '../../src/demo-identity/identity.ts';

/** The demo's identity provider, for the options of a site in a test. It goes by the clock of the system. */
export const DEMO_PROVIDER = {
  path: IDENTITY_PATH,
  open: (context: Context) => demoIdentity(context, 'acme-ci'),
};

/** A token of the provider, as the command line of the demo gets it. */
export async function tokenOf(
  url: string,
  form: { readonly username: string; readonly password: string; readonly resource?: string },
): Promise<{ readonly status: number; readonly access_token?: string; readonly error?: string }> {
  const answer = await fetch(`${url}${IDENTITY_PATH}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'curl', ...form }),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}
