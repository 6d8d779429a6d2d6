/** language.php: in which language and colours somebody wants the pages of the site, by the form that stands on them. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../browser/answer.ts';
import { keepAppearance, themeOf } from '../browser/appearance.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { destination } from '../browser/destination.ts';
import { isOwnForm } from '../browser/own-form.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import { LANGUAGE_IDS, languageOf } from '../language.ts';

export const LANGUAGE = {
  LANG: text('the language; `asked`: the one that the browser asks for', {
    pattern: /^(?:en|de|asked)$/,
    form: 'en, de, asked',
  }),
  THEME: text('the colours; `system`: as the computer has them', {
    pattern: /^(?:light|dark|system)$/,
    form: 'light, dark, system',
  }),
  BACK: text('the page to go back to, one of the site'),
};

export async function languagePhp(call: PageCall): Promise<FastifyReply> {
  const { LANG, THEME, BACK } = parametersOf(call.request, LANGUAGE);
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  const language = LANG === 'asked' ? LANG : languageOf(LANG);
  const theme = THEME === 'system' ? THEME : themeOf(THEME);
  keepAppearance(call, { language, theme });
  const account = (await browserSessionOf(call))?.account;
  if (account && (language ?? theme) !== undefined) {
    await call.context.accounts.change(call.site, account.webExId, () => ({
      profile: {
        preferences: { language, theme },
        // Mails, and programs that ask for the account, follow.
        ...(language !== undefined && language !== 'asked' && { languageID: LANGUAGE_IDS[language] }),
      },
    }));
  }
  const back = destination(BACK, call.folder, call.site);
  return redirect(call, back?.kind === 'site' ? back.url : call.folder.home);
}
