/** What people are written about their accounts, in the transaction in which it happens. */
import type { Account, AccountWithProfile } from '../accounts/account.ts';
import type { Executor } from '../database/database.ts';
import type { Links, RecordingLink } from '../links.ts';
import { hasPersonalRoom } from '../sessions/personal-room.ts';
import { displayNameOf } from '../sites/brand/site-brand.ts';
import { USUAL_SERVICE } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import { type Block, htmlText, plainText } from './mail-body.ts';
import type { Message, NewMail } from './message.ts';
import type { Outbox } from './outbox.ts';
import { cut, oneLine } from './plain.ts';
import { nameOf } from './session-mail.ts';
import type { SiteTexts } from './site-texts.ts';
import { inSiteWords, keyOf, type SiteWords } from './site-words.ts';
import type { ACCOUNT_PLACEHOLDERS } from './site-words-rules.ts';
import { LONGEST_SUBJECT } from './sketch.ts';
import { phoneIn } from './sms.ts';
import { type MailKind, type Names, textsIn } from './texts.ts';

export interface AccountNotices {
  /**
   * Somebody waits in the lobby of a personal room, or has come in while its owner is away: by mail and by text message,
   * as the owner wants it (PRNotifications).
   */
  somebodyIsThere(
    tx: Executor,
    site: Site,
    owner: AccountWithProfile,
    person: { readonly name: string; readonly what: 'waits' | 'enters' },
  ): Promise<void>;
  /**
   * A new account, to whom CreateUser's sendWelcome asks to write. The password is not in it.
   * @param token of the link to choose one, for whoever signs in by a password
   */
  welcome(tx: Executor, site: Site, account: AccountWithProfile, token?: string): Promise<void>;
  /** A link to a new password, for somebody who has forgotten theirs. */
  passwordReset(tx: Executor, site: Site, account: AccountWithProfile, token: string): Promise<void>;
  /**
   * A link that confirms a new address. What the account's holder calls themselves is not in it: it may be anybody's
   * address.
   */
  emailConfirmation(tx: Executor, site: Site, account: AccountWithProfile, token: string): Promise<void>;
  /** A recording has been shared with the account: where it is watched. */
  recordingShared(
    tx: Executor,
    site: Site,
    account: AccountWithProfile,
    shared: { readonly recording: RecordingLink & { readonly name: string }; readonly host: Account },
  ): Promise<void>;
}

export interface AccountNoticesParts {
  readonly outbox: Outbox;
  readonly links: Links;
  readonly siteTexts: Pick<SiteTexts, 'wordsFor'>;
  /** The address that mail comes from. */
  readonly from: () => string;
  /** There is a gateway for text messages. */
  readonly sendsTexts: boolean;
}

/** The telephone that text messages go to. */
export function mobileOf({ profile: { phones } }: AccountWithProfile): string | undefined {
  return [phones.mobilePhone, phones.mobilePhone2].map((phone) => phoneIn(phone ?? '')).find(Boolean);
}

export function openAccountNotices(parts: AccountNoticesParts): AccountNotices {
  const { outbox, links, siteTexts, from, sendsTexts } = parts;
  return {
    async somebodyIsThere(tx, site, owner, { name, what }) {
      const { personalMeetingRoom, languageID } = owner.profile;
      const { notificationModes: modes } = personalMeetingRoom;
      const texts = textsIn(languageID);
      const topic = oneLine(personalMeetingRoom.title ?? '') || nameOf(owner);
      const names = { ...namesOfAccount(site, owner), topic, person: cut(oneLine(name), 100) };
      const href = links.personalRoom(site, owner);
      const mail = await accountMail(tx, site, owner, what === 'waits' ? 'lobby' : 'entered', names, [
        { kind: 'link', label: texts.enterRoom, href },
      ]);
      if (modes.includes('EMAIL')) await outbox.record(tx, mail);
      const phone = modes.includes('SMS') && sendsTexts ? mobileOf(owner) : undefined;
      if (phone === undefined) return;
      const { from: sender, subject } = mail.message;
      const to = { name: nameOf(owner), address: phone };
      const message = { from: sender, to, subject, text: `${subject}\n${href}`, html: '' };
      await outbox.record(tx, { site: site.id, kind: mail.kind, message });
    },

    async welcome(tx, site, account, token) {
      const { labels, signIn, newPassword, welcomeExpires } = textsIn(account.profile.languageID);
      const rows: [string, string][] = [
        [labels.webExId, account.webExId],
        [labels.email, account.email],
      ];
      if (hasPersonalRoom(account)) {
        rows.push([labels.personalRoom, links.personalRoom(site, account)]);
      }
      await outbox.record(
        tx,
        await accountMail(tx, site, account, 'welcome', namesOfAccount(site, account), [
          { kind: 'rows', rows },
          ...(token === undefined
            ? []
            : ([
                { kind: 'link', label: newPassword, href: links.resetPassword(site, token) },
                { kind: 'paragraph', text: welcomeExpires },
              ] as const)),
          { kind: 'link', label: signIn, href: `${links.site(site)}/` },
        ]),
      );
    },

    async passwordReset(tx, site, account, token) {
      const { labels, newPassword, resetExpires } = textsIn(account.profile.languageID);
      await outbox.record(
        tx,
        await accountMail(tx, site, account, 'passwordReset', namesOfAccount(site, account), [
          { kind: 'rows', rows: [[labels.webExId, account.webExId]] },
          { kind: 'link', label: newPassword, href: links.resetPassword(site, token) },
          { kind: 'paragraph', text: resetExpires },
        ]),
      );
    },

    async emailConfirmation(tx, site, account, token) {
      const { labels, confirmEmail, confirmationExpires } = textsIn(account.profile.languageID);
      const unnamed = { ...account, firstName: '', lastName: '' };
      await outbox.record(
        tx,
        await accountMail(tx, site, unnamed, 'emailConfirmation', namesOfAccount(site, unnamed), [
          { kind: 'rows', rows: [[labels.webExId, account.webExId]] },
          { kind: 'link', label: confirmEmail, href: links.confirmEmail(site, token) },
          { kind: 'paragraph', text: confirmationExpires },
        ]),
      );
    },

    async recordingShared(tx, site, account, { recording, host }) {
      const { watchRecording } = textsIn(account.profile.languageID);
      const topic = cut(oneLine(recording.name), 100);
      const names = { ...namesOfAccount(site, account), topic, host: nameOf(host) };
      const href = links.recordingStream(site, recording);
      await outbox.record(
        tx,
        await accountMail(tx, site, account, 'recordingShared', names, [
          { kind: 'link', label: watchRecording, href },
        ]),
      );
    },
  };

  /** A mail about an account, from the site itself. */
  async function accountMail(
    tx: Executor,
    site: Site,
    account: AccountWithProfile,
    kind: MailKind,
    names: Names,
    blocks: readonly Block[],
  ): Promise<NewMail & { readonly message: Message }> {
    const { languageID } = account.profile;
    const words = await siteTexts.wordsFor(site, kind, languageID, tx);
    const about = { site, account, names, links, from: from() };
    return { site: site.id, kind, message: accountMessage(about, kind, blocks, words) };
  }
}

interface AboutAccount {
  readonly site: Site;
  readonly account: AccountWithProfile;
  readonly names: Names;
  readonly links: Links;
  readonly from: string;
}

/** @param words of the site's own, if it has any */
export function accountMessage(
  { site, account, names, links, from }: AboutAccount,
  kind: MailKind,
  blocks: readonly Block[],
  words: SiteWords | undefined,
): Message {
  const texts = textsIn(account.profile.languageID);
  const all: Block[] = [{ kind: 'paragraph', text: texts.opening[kind](names) }, ...blocks];
  const { accent } = site.settings.branding;
  const frame = { locale: texts.locale, sender: names.siteName, accent };
  const message: Message = {
    from: { name: names.siteName, address: from },
    to: { name: nameOf(account), address: account.email },
    subject: cut(oneLine(texts.subject[kind](names)), LONGEST_SUBJECT),
    text: plainText(all),
    html: htmlText(all, frame),
  };
  if (!words) return message;
  const values: Record<keyof typeof ACCOUNT_PLACEHOLDERS, string> = {
    PersonName: names.person,
    UserName: oneLine(account.webExId),
    Email: oneLine(account.email),
    SiteName: names.siteName,
    SiteURL: `${links.site(site)}/`,
  };
  const manner = { frame, longestSubject: LONGEST_SUBJECT };
  const named = new Map(Object.entries(values).map(([name, value]) => [keyOf(name), value]));
  return inSiteWords({ message, blocks: all, ...manner }, words, named);
}

export function namesOfAccount(site: Site, account: Account): Names {
  const name = nameOf(account);
  const registering = textsIn(site.settings.languageID).registering(USUAL_SERVICE);
  return { topic: '', host: name, noun: '', registering, person: name, siteName: displayNameOf(site) };
}
