/** The words that sites have chosen for their mail, by kind and language; remembered with the site. */
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { StaleVersion } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { siteLock, siteTouch } from '../sites/site-rows.ts';
import { documentText, readDocument } from '../stored/codec.ts';
import { languageById } from '../time/languages.ts';
import { SITE_WORDS, type SiteWords } from './site-words.ts';
import { checkSiteWords } from './site-words-rules.ts';
import { type MailKind, textsIn } from './texts.ts';

export interface SiteText {
  readonly kind: MailKind;
  readonly languageID: number;
  readonly words: SiteWords;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

export type SiteTexts = ReturnType<typeof openSiteTexts>;

interface TextRow {
  readonly kind: string;
  readonly language: number;
  readonly document: string;
  readonly changed_at: number;
}

export function openSiteTexts(database: Database, clock: Clock) {
  const recordAudit = openAudit(database, clock);
  const lock = siteLock(database);
  const touch = siteTouch(database);
  const ofSite = database.prepare<{ site: number }, TextRow>((db, p) =>
    db
      .selectFrom('mail_text')
      .select(['kind', 'language', 'document', 'changed_at'])
      .where('site', '=', p('site')),
  );
  const remove = database.prepare<{ site: number; kind: string; language: number }, unknown>((db, p) =>
    db
      .deleteFrom('mail_text')
      .where('site', '=', p('site'))
      .where('kind', '=', p('kind'))
      .where('language', '=', p('language')),
  );
  const insert = database.prepare<
    { site: number; kind: string; language: number; document: string; now: number },
    unknown
  >((db, p) =>
    db.insertInto('mail_text').values({
      site: p('site'),
      kind: p('kind'),
      language: p('language'),
      document: p('document'),
      changed_at: p('now'),
    }),
  );

  /** A `Site` is made anew with every change of its row, and a new text is one. */
  const known = new WeakMap<Site, readonly SiteText[]>();

  async function of(site: Site, on?: Executor): Promise<readonly SiteText[]> {
    const before = known.get(site);
    if (before) return before;
    const texts = (await ofSite.all({ site: site.id }, on)).map(textOf);
    known.set(site, texts);
    return texts;
  }

  return {
    of,

    /** What the site says in such a mail to somebody of that language; nothing where it is said as usual. */
    async wordsFor(
      site: Site,
      kind: MailKind,
      languageID: number,
      on?: Executor,
    ): Promise<SiteWords | undefined> {
      const texts = await of(site, on);
      return wordsIn(texts, kind, languageID);
    },

    /**
     * Puts words in the place of the earlier ones; without any the mail is as usual again.
     * @param changedAt of the words that were read, 0 where there were none
     * @throws RuleBroken when the words cannot stand in such a mail
     * @throws StaleVersion when somebody else was faster
     */
    async replace(
      site: Site,
      { kind, languageID, changedAt }: Omit<SiteText, 'words'>,
      words: SiteWords | undefined,
    ): Promise<SiteText | undefined> {
      if (words) checkSiteWords(kind, words);
      const key = { site: site.id, kind, language: languageID };
      return database.write(async (tx) => {
        await lock.first({ site: site.id }, tx);
        const before = (await ofSite.all({ site: site.id }, tx))
          .map(textOf)
          .find((text) => text.kind === kind && text.languageID === languageID);
        if ((before?.changedAt ?? 0) !== changedAt) throw new StaleVersion(before ?? null);
        await remove.run(key, tx);
        // A version of its own, also within one millisecond.
        const now = Math.max(clock.now(), (before?.changedAt ?? 0) + 1);
        if (words) await insert.run({ ...key, document: documentText(SITE_WORDS, words), now }, tx);
        await touch.run({ site: site.id }, tx);
        if (words || before) {
          await recordAudit(tx, {
            site,
            act: words ? 'mailText.changed' : 'mailText.removed',
            name: `${kind}, ${languageById(languageID)?.name ?? languageID}`,
            ...(before && { before: before.words }),
            ...(words && { after: words }),
          });
        }
        return words && { kind, languageID, words, changedAt: now };
      });
    },
  };
}

/** In their language, or else in the one that stands in for it. */
export function wordsIn(
  texts: readonly SiteText[],
  kind: MailKind,
  languageID: number,
): SiteWords | undefined {
  if (texts.length === 0) return undefined;
  const find = (id: number) => texts.find((text) => text.kind === kind && text.languageID === id)?.words;
  return find(languageID) ?? (textsIn(languageID) === textsIn(ENGLISH) ? find(ENGLISH) : undefined);
}

const ENGLISH = 1;

function textOf({ kind, language, document, changed_at }: TextRow): SiteText {
  return {
    kind: kind as MailKind,
    languageID: language,
    words: readDocument(SITE_WORDS, document),
    changedAt: changed_at,
  };
}
