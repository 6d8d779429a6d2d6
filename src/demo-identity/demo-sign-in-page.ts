/** The page on which the demo's identity provider asks who somebody is. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { IdentityHandler } from './identity.ts';

/** Bytes of its form. */
const LARGEST_FORM = 16 * 1024;

const HEADERS = {
  'Content-Type': 'text/html; charset=UTF-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

export function isSignInPage({ url }: IncomingMessage): boolean {
  return /^\/interaction\/[\w-]+$/.test(url ?? '');
}

export function signInPage(provider: Provider, context: Context, siteName: string): IdentityHandler {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Whose browser did not begin this gets nowhere.
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return show(response, 200, '');
    const form = await formOf(request);
    const username = form.get('username') ?? '';
    try {
      const site = await context.sites.required(siteName);
      const account = await context.signIn.byPassword(site, username, form.get('password') ?? '');
      await provider.interactionFinished(request, response, { login: { accountId: account.webExId } });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      show(response, 401, username, 'This e-mail and password do not sign anybody in.');
    }
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const isOld = error instanceof Error && error.name === 'SessionNotFound';
      if (!isOld) context.log.fault('identity', error);
      if (response.headersSent) response.end();
      else response.writeHead(isOld ? 400 : 500, HEADERS).end('This sign-in has ended. Begin it again.');
    });
  };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST_FORM) chunks.push(chunk);
  }
  return new URLSearchParams(size > LARGEST_FORM ? '' : Buffer.concat(chunks).toString());
}

function show(response: ServerResponse, status: number, username: string, message = ''): void {
  response.writeHead(status, HEADERS).end(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in: the demo's identity provider</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 22rem; margin: 4rem auto; padding: 0 1rem; }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
input, button { padding: .5rem; margin: .25rem 0 1rem; }
</style>
</head>
<body>
<main>
<h1>Sign in</h1>
<p>This is the identity provider of the demo.</p>
${message === '' ? '' : `<p role="alert">${escaped(message)}</p>`}
<form method="post">
<label for="username">E-mail</label>
<input id="username" name="username" value="${escaped(username)}" autocomplete="username" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button>Sign in</button>
</form>
</main>
</body>
</html>
`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
