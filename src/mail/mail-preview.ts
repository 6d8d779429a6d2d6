/** How a mail of a kind reads: with a session that nobody has scheduled, in the name of whoever looks. */
import type { AccountWithProfile } from '../accounts/account.ts';
import type { Links } from '../links.ts';
import { newDocument } from '../sessions/scheduling.ts';
import type { ServiceType } from '../sites/service-type.ts';
import { servicesOf } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import { accountMessage, namesOfAccount } from './account-notices.ts';
import type { Block } from './mail-body.ts';
import type { Message } from './message.ts';
import type { SiteWords } from './site-words.ts';
import { isOfAccounts } from './site-words-rules.ts';
import { messageOf } from './sketch.ts';
import { type MailKind, textsIn } from './texts.ts';
import { type ToldSession, toldHost, toldSite } from './told.ts';

export interface PreviewWanted {
  readonly site: Site;
  /** Whoever looks: the host of the session, the holder of the account. */
  readonly reader: AccountWithProfile;
  readonly kind: MailKind;
  readonly languageID: number;
  readonly words: SiteWords | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;
const SAMPLE_KEY = 987_654_321;
const SAMPLE_TOKEN = `${'0'.repeat(31)}1`;
const GUEST = { name: 'Ada Byron', address: 'ada.byron@example.com' };
const SENDER = 'messenger@example.com';

export function previewOf(preview: PreviewWanted, links: Links): Message {
  return isOfAccounts(preview.kind) ? accountPreview(preview, links) : sessionPreview(preview, links);
}

/** Of these there are mails in one service alone. */
const SERVICE_OF: Partial<Record<MailKind, ServiceType>> = {
  panelist: 'EventCenter',
  thanks: 'EventCenter',
  missed: 'EventCenter',
  presenter: 'TrainingCenter',
};

const TO_HOST: ReadonlySet<MailKind> = new Set(['scheduled', 'changed', 'registrationRequest', 'reminder']);
const OF_REGISTRATION = /^registration/;

function sessionPreview(
  { site, reader, kind, languageID, words, now }: PreviewWanted,
  links: Links,
): Message {
  const service = SERVICE_OF[kind] ?? servicesOf(site)[0] ?? 'MeetingCenter';
  const isToHost = TO_HOST.has(kind);
  const to = isToHost ? { name: toName(reader), address: reader.email } : GUEST;
  return messageOf(
    {
      site: toldSite(site),
      session: sampleSession(site, reader, { service, now, registration: OF_REGISTRATION.test(kind) }),
      host: toldHost(reader),
      now,
      from: SENDER,
      to: { ...to, languageID },
      kind,
      details: {
        person: GUEST.name,
        ...(kind === 'registrationAccepted' && { registerID: 123_456 }),
        ...(kind === 'panelist' && { isSpeaker: true, isPanelist: true }),
        ...(words && { siteWords: words }),
      },
    },
    links,
  );
}

function toName({ firstName, lastName, webExId }: AccountWithProfile): string {
  return `${firstName} ${lastName}`.trim() || webExId;
}

/** Tomorrow at a full hour. */
function sampleSession(
  site: Site,
  host: AccountWithProfile,
  {
    service,
    now,
    registration,
  }: { readonly service: ServiceType; readonly now: number; readonly registration: boolean },
): ToldSession {
  const startAt = Math.ceil((now + DAY) / HOUR) * HOUR;
  const duration = 60;
  return {
    id: 0,
    site: site.id,
    host: host.id,
    creator: host.id,
    sessionKey: SAMPLE_KEY,
    confID: SAMPLE_KEY,
    eventID: SAMPLE_KEY,
    hostToken: SAMPLE_TOKEN,
    attendeeToken: SAMPLE_TOKEN,
    service,
    sessionType: 0,
    confName: 'Quarterly review',
    startAt,
    endAt: startAt + duration * 60_000,
    duration,
    timeZoneID: site.settings.timeZoneID,
    recurring: false,
    series: null,
    originalStartAt: null,
    listStatus: 'UNLISTED',
    passwordRequired: true,
    registration,
    inProgress: false,
    actualStartAt: null,
    hostJoined: false,
    participantsJoined: false,
    sequence: 0,
    version: 1,
    document: {
      ...newDocument(site, host),
      startLocal: undefined,
      password: 'Sample-123',
      audioPassword: undefined,
      agenda: 'Results, questions, next steps',
      location: 'Room 4',
      accessCodes: undefined,
      exceptions: undefined,
    },
  };
}

function accountPreview({ site, reader, kind, languageID, words }: PreviewWanted, links: Links): Message {
  const account = { ...reader, profile: { ...reader.profile, languageID } };
  const names = namesOfAccount(site, account);
  const isOfRoom = kind === 'lobby' || kind === 'entered';
  const topic = isOfRoom ? names.host : kind === 'recordingShared' ? 'Quarterly review' : names.topic;
  return accountMessage(
    {
      site,
      account,
      names: { ...names, topic, ...(isOfRoom && { person: GUEST.name }) },
      links,
      from: SENDER,
    },
    kind,
    accountBlocks(kind, account, site, links),
    words,
  );
}

function accountBlocks(kind: MailKind, account: AccountWithProfile, site: Site, links: Links): Block[] {
  const texts = textsIn(account.profile.languageID);
  const rows: Block = { kind: 'rows', rows: [[texts.labels.webExId, account.webExId]] };
  const link = (label: string, href: string): Block => ({ kind: 'link', label, href });
  switch (kind) {
    case 'lobby':
    case 'entered':
      return [link(texts.enterRoom, links.personalRoom(site, account))];
    case 'recordingShared':
      return [link(texts.watchRecording, `${links.site(site)}/ldr.php?RCID=sample`)];
    case 'passwordReset':
      return [
        rows,
        link(texts.newPassword, links.resetPassword(site, 'sample')),
        { kind: 'paragraph', text: texts.resetExpires },
      ];
    case 'emailConfirmation':
      return [
        rows,
        link(texts.confirmEmail, links.confirmEmail(site, 'sample')),
        { kind: 'paragraph', text: texts.confirmationExpires },
      ];
    default:
      return [rows, link(texts.signIn, `${links.site(site)}/`)];
  }
}
