/** Shows a page of a site, with who is signed in to it. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../accounts/account.ts';
import { managesItsUsers } from '../sites/site.ts';
import { appearanceOf } from './appearance.ts';
import { brandedSite } from './brand.ts';
import { browserSessionOf } from './browser-session.ts';
import { ownFormField } from './own-form.ts';
import type { Form } from './pages/form.ts';
import { hostNav } from './pages/host-nav.ts';
import type { PageContent, Visitor } from './pages/page-data.ts';
import { type SendOptions, sendPage } from './pages/send-page.ts';
import type { PageCall } from './site-page.ts';

/** @param formTargets origins that the forms of this page may end at beside those of the site */
export async function show(
  call: PageCall,
  page: PageContent,
  { formTargets = [] }: Pick<SendOptions, 'formTargets'> = {},
): Promise<FastifyReply> {
  const { reply, request } = call;
  const content = page.page === 'error' ? { id: request.id, home: call.folder.address(''), ...page } : page;
  const status = 'status' in content ? content.status : undefined;
  const account = (await browserSessionOf(call))?.account;
  const visitor = account && (await visitorOf(call, account));
  const nav = account && hostNav(call, account, content.page);
  const { language, theme } = await appearanceOf(call);
  const appearance = ON_THE_WAY.has(content.page)
    ? undefined
    : { language, theme, form: appearanceForm(call) };
  return sendPage(
    reply,
    { site: await brandedSite(call), visitor, nav, lang: language, theme, appearance, content },
    { ...(status !== undefined && { status }), formTargets: [...backTargets(call), ...formTargets] },
  );
}

/** Whoever chooses on these would lose their place. */
const ON_THE_WAY: ReadonlySet<PageContent['page']> = new Set([
  'room',
  'waiting',
  'confirm',
  'leaving',
  'authorize',
]);

/** A longer address is not worth carrying along. */
const LONGEST_BACK = 2_000;

function appearanceForm(call: PageCall): Form {
  const { method, url } = call.request;
  // What answers a form has no address of its own.
  const isAddress = method === 'GET' && url.length <= LONGEST_BACK;
  return {
    action: call.folder.address('language.php'),
    fields: { ...ownFormField(call), BACK: isAddress ? url : call.folder.address('') },
  };
}

/** Where the back URLs of a form may lead to, in the words of a Content-Security-Policy. */
function backTargets({ site }: PageCall): string[] {
  const { backURLs } = site.settings.urlAPI;
  if (backURLs.some((listed) => listed.toLowerCase() === 'any')) return ['https:', 'http:'];
  return backURLs.flatMap((listed) => (URL.canParse(listed) ? [new URL(listed).origin] : []));
}

async function visitorOf(call: PageCall, account: Account): Promise<Visitor> {
  const { firstName, lastName, webExId } = account;
  const photo = await call.context.images.photoOf(account);
  return {
    name: `${firstName} ${lastName}`.trim(),
    photo: photo && call.folder.address(`image/${photo.token}`),
    webExId,
    signOut: { action: call.folder.address('p.php'), fields: { AT: 'LO', ...ownFormField(call) } },
    pages: [
      { item: 'profile', url: call.folder.address('profile.php') },
      ...(managesItsUsers(call.site)
        ? [{ item: 'password', url: call.folder.address('password.php') } as const]
        : []),
      { item: 'devices', url: call.folder.address('devices.php') },
      { item: 'tokens', url: call.folder.address('tokens.php') },
    ],
  };
}
