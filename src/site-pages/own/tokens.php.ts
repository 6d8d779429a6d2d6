/** tokens.php: tokens that somebody makes for programs of their own, and the integrations that act for them. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { spokenTo } from '../../browser/appearance.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { TokensPage } from '../../browser/pages/grant-pages.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text, word } from '../../browser/parameters/parameter.ts';
import { reasonOf, statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { localeOf } from '../../language.ts';
import { checkMayHaveScopes, mayHaveScope } from '../../policies/api-token.ts';
import { ApiTokenNotFound } from '../../sign-in/api-tokens/api-token.ts';
import { IntegrationNotFound } from '../../sign-in/api-tokens/integration.ts';
import { SHORTEST_LIFE } from '../../sign-in/api-tokens/personal-tokens.ts';
import { ALWAYS_GRANTED, EVERYTHING, OFFERED_SCOPES, SCOPES } from '../../sign-in/api-tokens/scopes.ts';
import type { BrowserSession } from '../../sign-in/tickets.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { ownPage } from './own-page.ts';

export const TOKENS = {
  DO: word('what is done: CREATE makes a token, REVOKE ends one, UNGRANT ends what an integration may', [
    'CREATE',
    'REVOKE',
    'UNGRANT',
  ]),
  ID: text('the number of the token or the integration', { pattern: /^\d{1,15}$/ }),
  NAME: text('what the token is for', { longest: 64, line: true, cut: true }),
  DAYS: text('how many days it lives', { pattern: /^\d{1,3}(?:\.5)?$/ }),
  WAS: word('what has been done', ['REVOKED', 'UNGRANTED']),
};

/** Each scope is a box of its own: `S meeting:schedules_read`. */
const SCOPE_FIELD = 'S ';

/** Days to choose from. */
const LIVES = [SHORTEST_LIFE, 7, 30, 90, 365];
const USUAL_LIFE = 30;

type State = Pick<TokensPage, 'done' | 'problem' | 'made'> & {
  readonly name?: string | undefined;
  readonly chosen?: readonly string[];
  readonly life?: number;
};

export const tokensPhp = ownPage({
  path: 'tokens.php',
  async shown(call, own) {
    const { WAS } = parametersOf(call.request, TOKENS);
    return tokensPage(call, own, {
      done: WAS === 'REVOKED' ? 'revoked' : WAS === 'UNGRANTED' ? 'ungranted' : undefined,
    });
  },
  async posted(call, own) {
    const { DO, ID } = parametersOf(call.request, TOKENS);
    const { context, site } = call;
    if (DO === 'CREATE') return create(call, own);
    try {
      const id = Number(ID ?? 0);
      if (DO === 'REVOKE') await context.apiTokens.revokePersonal(own.account, id);
      else if (DO === 'UNGRANT') await context.apiTokens.revokeGranted(site, own.account, id);
      else throw new ApiTokenNotFound();
    } catch (error) {
      if (!(error instanceof ApiTokenNotFound || error instanceof IntegrationNotFound)) throw error;
      return show(call, { page: 'error', status: 404, problem: 'NotFound' });
    }
    return redirect(call, call.folder.page('tokens.php', { WAS: DO === 'REVOKE' ? 'REVOKED' : 'UNGRANTED' }));
  },
});

async function create(call: PageCall, own: BrowserSession): Promise<FastifyReply> {
  const { NAME: name = '', DAYS } = parametersOf(call.request, TOKENS);
  const days = Number(DAYS ?? Number.NaN);
  const scopes = chosenScopes(call);
  try {
    const made = await call.context.apiTokens.createPersonal(own.account, { name, scopes, days }, (current) =>
      checkMayHaveScopes(current, scopes),
    );
    const { format } = await clockOf(call, own);
    const expires = format(made.expiresAt);
    return tokensPage(call, own, { made: { name: made.name, token: made.token, expires } });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    const problem =
      name.trim() === '' ? 'TokenNameMissing' : scopes.length === 0 ? 'TokenScopeMissing' : reason;
    call.reply.code(statusOf(problem));
    return tokensPage(call, own, { problem, name, chosen: scopes, life: days });
  }
}

function chosenScopes({ request }: PageCall): string[] {
  const sent = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  return [...sent.keys()].flatMap((name) =>
    name.startsWith(SCOPE_FIELD) ? [name.slice(SCOPE_FIELD.length)] : [],
  );
}

async function clockOf(call: PageCall, { account }: BrowserSession): Promise<Intl.DateTimeFormat> {
  return new Intl.DateTimeFormat(localeOf(await spokenTo(call)), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zoneOf(account.timeZoneID).iana,
  });
}

async function tokensPage(call: PageCall, own: BrowserSession, state: State): Promise<FastifyReply> {
  const { context, folder, site } = call;
  const { account } = own;
  const { format } = await clockOf(call, own);
  const form = (fields: Readonly<Record<string, string>>): Form => ({
    action: folder.address('tokens.php'),
    fields: { ...ownFormField(call), ...fields },
  });
  const tokens = await context.apiTokens.listPersonal(account, site.securityVersion);
  const granted = await context.apiTokens.listGranted(account, site.securityVersion);
  const offered = OFFERED_SCOPES.filter((scope) => mayHaveScope(account, scope));
  const { name = '', chosen = [], life = USUAL_LIFE, ...shown } = state;
  const lives = LIVES.filter((days) => days <= site.settings.apiTokenDays);
  return show(call, {
    page: 'tokens',
    ...shown,
    tokens: tokens.map(({ id, name: called, scopes, createdAt, expiresAt, usedAt }) => ({
      ...{ id, name: called, scopes, created: format(createdAt), expires: format(expiresAt) },
      used: usedAt === undefined ? undefined : format(usedAt),
      revoke: form({ DO: 'REVOKE', ID: String(id) }),
    })),
    granted: granted.map(({ id, name: called, scopes, grantedAt, usedAt }) => ({
      ...{ id, name: called, granted: format(grantedAt) },
      scopes: scopes.filter((scope) => scope !== ALWAYS_GRANTED),
      used: usedAt === undefined ? undefined : format(usedAt),
      revoke: form({ DO: 'UNGRANT', ID: String(id) }),
    })),
    create: {
      form: form({ DO: 'CREATE' }),
      ...{ name, chosen, lives },
      life: lives.includes(life) ? life : (lives.findLast((days) => days <= USUAL_LIFE) ?? SHORTEST_LIFE),
      scopes: [...offered.filter((scope) => SCOPES[scope] === 'user' && scope !== EVERYTHING), EVERYTHING],
      adminScopes: offered.filter((scope) => SCOPES[scope] !== 'user'),
    },
    reference: folder.address('reference.php'),
    profile: folder.address('profile.php'),
  });
}
