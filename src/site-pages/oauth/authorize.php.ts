/** authorize.php: a person says whether a program may act for them (the grant page of OAuth 2). */
import type { FastifyReply } from 'fastify';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { isOwnForm, ownFormField } from '../../browser/own-form.ts';
import { pageNote } from '../../browser/page-notes/page-note.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text, word } from '../../browser/parameters/parameter.ts';
import { show } from '../../browser/show.ts';
import { isLink, signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { scopesOf } from '../../policies/api-token.ts';
import { ALWAYS_GRANTED } from '../../sign-in/api-tokens/scopes.ts';
import type { BrowserSession } from '../../sign-in/tickets.ts';
import { type AuthorizationRequest, PARAMETERS, readRequest } from './authorization-request.ts';
import { sendBack } from './send-back.ts';

/** Of the page's own form; what a program sends is read as OAuth 2 has it (`authorization-request.ts`). */
export const AUTHORIZE = {
  DO: word('what the person says', ['ALLOW', 'DENY']),
  WHO: text('who has been asked', { longest: 192 }),
};

export async function authorizePhp(call: PageCall): Promise<FastifyReply> {
  const { request, context, site } = call;
  const sent = isLink(request) ? queryOf(request.url) : new URLSearchParams(bodyOf(request.body));
  const read = await readRequest(context, site, sent);
  if (read.kind === 'shown') {
    pageNote(request.raw).reason = read.problem;
    return show(call, { page: 'error', status: 400, problem: read.problem });
  }
  if (read.kind === 'sentBack') {
    pageNote(request.raw).reason = read.error;
    return sendBack(call, read, { error: read.error, error_description: read.description });
  }
  const { asked } = read;
  const own = await browserSessionOf(call);
  if (!own) return signInPage(call, { MU: call.folder.address('authorize.php', carriedIn(sent)) });
  if (isLink(request)) return grantPage(call, own, asked);
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  // Somebody else has signed in meanwhile: they have not seen what is asked of them.
  const { DO, WHO } = parametersOf(request, AUTHORIZE);
  if (WHO !== own.account.webExId) return grantPage(call, own, asked);
  if (DO !== 'ALLOW') {
    return sendBack(call, asked, { error: 'access_denied', error_description: 'The person has said no.' });
  }
  return allow(call, own, asked);
}

async function allow(
  call: PageCall,
  { account }: BrowserSession,
  wish: AuthorizationRequest,
): Promise<FastifyReply> {
  const { site, context } = call;
  const { integration } = wish;
  if (worthOf(scopesOf(account, wish.scopes)).length === 0) return nothingLeft(call, wish);
  const code = await context.apiTokens.allow(account, site, integration, wish, scopesOf);
  return sendBack(call, wish, { code });
}

function nothingLeft(call: PageCall, wish: AuthorizationRequest): FastifyReply {
  return sendBack(call, wish, {
    error: 'invalid_scope',
    error_description: 'The account may have none of the requested scopes.',
  });
}

async function grantPage(
  call: PageCall,
  { account }: BrowserSession,
  wish: AuthorizationRequest,
): Promise<FastifyReply> {
  const { folder, site, request } = call;
  const may = scopesOf(account, wish.scopes);
  const target = new URL(wish.redirectUri);
  const given = isLink(request) ? queryOf(request.url) : new URLSearchParams(bodyOf(request.body));
  return show(
    call,
    {
      page: 'authorize',
      integration: wish.integration.name,
      siteName: site.siteName,
      person: { name: `${account.firstName} ${account.lastName}`.trim(), webExId: account.webExId },
      host: target.host,
      scopes: worthOf(may),
      beyond: wish.scopes.filter((scope) => !may.some((one) => one === scope)),
      form: {
        action: folder.address('authorize.php'),
        fields: { ...carriedIn(given), WHO: account.webExId, ...ownFormField(call) },
      },
    },
    { formTargets: [target.origin] },
  );
}

/** What the program has asked, as it goes along through sign-in and form. */
function carriedIn(sent: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PARAMETERS.flatMap((name) => {
      const value = sent.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

/** What lets a program do anything. */
function worthOf(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => scope !== ALWAYS_GRANTED);
}

export function queryOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}

export function bodyOf(body: unknown): string {
  return typeof body === 'string' ? body : '';
}
