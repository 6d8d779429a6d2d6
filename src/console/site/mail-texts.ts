/** What a site says in its mail, by kind and language. */
import { previewOf } from '../../mail/mail-preview.ts';
import { SITE_WORDS_FORMATS, USUAL_WORDS } from '../../mail/site-words.ts';
import { checkSiteWords, placeholdersOf } from '../../mail/site-words-rules.ts';
import { MAIL_KINDS, type MailKind } from '../../mail/texts.ts';
import { NoRecordFound } from '../../refusal.ts';
import { LANGUAGES, languageById } from '../../time/languages.ts';
import { object, oneOf, optional, text, whole } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import type { MailPreview, MailTextAnswer, MailTextsAnswer } from './site-data.ts';

const words = object({
  subject: text({ max: 1_000 }),
  content: text({ max: 40_000, lines: true }),
  format: oneOf(SITE_WORDS_FORMATS),
});

export const listMailTexts = endpoint({
  method: 'GET',
  path: 'site/mail-texts',
  summary: 'Lists the kinds of mail, and in which languages the site says one in its own words.',
  may: readsSite,
  async run({ context, site }): Promise<MailTextsAnswer> {
    const texts = await context.mail.siteTexts.of(site);
    return {
      siteLanguage: site.settings.languageID,
      languages: LANGUAGES.map(({ id, name }) => ({ id, name })),
      kinds: MAIL_KINDS.map((kind) => ({
        kind,
        own: texts
          .filter((own) => own.kind === kind)
          .map(({ languageID, changedAt }) => ({ languageID, changedAt })),
      })),
    };
  },
});

export const readMailText = endpoint({
  method: 'GET',
  path: 'site/mail-texts/:kind/:language',
  summary:
    'Tells the words of a kind of mail in a language, what they may name, and how the usual mail reads.',
  may: readsSite,
  run: (call, { params }) => answerFor(call, mailOf(params)),
});

export const saveMailText = endpoint({
  method: 'PUT',
  path: 'site/mail-texts/:kind/:language',
  summary:
    'Puts words in the place of the usual ones. `changedAt` is that of the words that were read, 0 where there were none.',
  may: administers,
  body: object({ words, changedAt: whole() }),
  async run(call, { params, body }) {
    const mail = mailOf(params);
    const { context, site } = call;
    await context.mail.siteTexts.replace(site, { ...mail, changedAt: body.changedAt }, body.words);
    return answerFor(call, mail);
  },
});

export const dropMailText = endpoint({
  method: 'DELETE',
  path: 'site/mail-texts/:kind/:language',
  summary: 'Takes the own words away: the mail is as usual again.',
  may: administers,
  query: { changedAt: whole() },
  async run(call, { params, query }) {
    const mail = mailOf(params);
    const { context, site } = call;
    await context.mail.siteTexts.replace(site, { ...mail, changedAt: query.changedAt }, undefined);
    return answerFor(call, mail);
  },
});

export const mailTextHtml = endpoint({
  method: 'GET',
  path: 'site/mail-texts/:kind/:language/html',
  summary: 'How a mail of the kind reads now, as HTML, for a frame in which nothing of it runs.',
  may: readsSite,
  framed: true,
  run: async (call, { params }) => (await answerFor(call, mailOf(params))).preview.html,
});

export const previewMailText = endpoint({
  method: 'POST',
  path: 'site/mail-texts/:kind/:language/preview',
  summary:
    'Shows how a mail would read with these words, with a session that nobody has scheduled; saves nothing.',
  may: administers,
  body: object({ words: optional(words) }),
  async run(call, { params, body }): Promise<MailPreview> {
    const mail = mailOf(params);
    if (body.words) checkSiteWords(mail.kind, body.words);
    return preview(call, mail, body.words);
  },
});

interface MailAsked {
  readonly kind: MailKind;
  readonly languageID: number;
}

/** @throws NoRecordFound */
function mailOf({ kind, language }: { readonly kind: string; readonly language: string }): MailAsked {
  const known = MAIL_KINDS.find((each) => each === kind);
  const found = /^\d{1,2}$/.test(language) ? languageById(Number(language)) : undefined;
  if (!known || !found) throw new NoRecordFound();
  return { kind: known, languageID: found.id };
}

async function answerFor(call: ApiCall, mail: MailAsked): Promise<MailTextAnswer> {
  const site = await call.context.sites.required(call.site.siteName);
  const texts = await call.context.mail.siteTexts.of(site);
  const own = texts.find(({ kind, languageID }) => kind === mail.kind && languageID === mail.languageID);
  const words = own?.words ?? USUAL_WORDS;
  return {
    ...mail,
    isOwn: own !== undefined,
    changedAt: own?.changedAt ?? 0,
    words,
    usual: USUAL_WORDS,
    placeholders: placeholdersOf(mail.kind),
    preview: await preview(call, mail, own?.words),
  };
}

async function preview(
  { context, site, account }: ApiCall,
  { kind, languageID }: MailAsked,
  own: MailTextAnswer['words'] | undefined,
): Promise<MailPreview> {
  const reader = await context.accounts.withProfile(account);
  const { from, to, subject, text, html } = previewOf(
    { site, reader, kind, languageID, words: own, now: context.clock.now() },
    context.links,
  );
  const shown = await context.mail.logos.shown(site, html);
  return { from: from.name, to: to.address, subject, text, html: shown };
}
