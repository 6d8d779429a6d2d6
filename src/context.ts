/** Every dependency, built once and handed down. */
import { hkdfSync } from 'node:crypto';
import { type AccountList, openAccountList } from './accounts/account-list.ts';
import { type AccountPieces, openAccountPieces } from './accounts/account-pieces.ts';
import { type Accounts, openAccounts } from './accounts/accounts.ts';
import { type AccountDirectory, openAccountDirectory } from './accounts/directory/account-directory.ts';
import { type Images, openImages } from './accounts/images.ts';
import { type Owners, openOwners } from './accounts/owners.ts';
import { openSessionTemplates, type SessionTemplates } from './accounts/session-templates.ts';
import { openQueues, type Queues } from './accounts/web-acd/queues.ts';
import { openTeams, type Teams } from './accounts/web-acd/teams.ts';
import { type AuditList, openAuditList } from './audit/audit-list.ts';
import { type CallerAddress, callerAddresses } from './caller-address.ts';
import { type Chat, openChat } from './chat/chat.ts';
import { endChatsWithRuns } from './chat/end-with-runs.ts';
import { roomMoments } from './chat/room-moments.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Contacts, openContacts } from './contacts/contacts.ts';
import { type DistLists, openDistLists } from './contacts/dist-lists.ts';
import type { Database } from './database/database.ts';
import { type Events, openEvents } from './events.ts';
import { type Exams, openExams } from './exams/exams.ts';
import { type History, openHistory } from './history/history.ts';
import { type HistoryList, openHistoryList } from './history/history-list.ts';
import { type HistoryPages, openHistoryPages } from './history/history-pages.ts';
import { type HistorySweeper, openHistorySweeper } from './history/history-sweeper.ts';
import { openRunsAlong } from './history/runs-along.ts';
import { publicOr } from './http/public-addresses.ts';
import { type JobWork, openJobWork } from './jobs/job-work.ts';
import { type Jobs, openJobs } from './jobs/jobs.ts';
import { type Labs, openLabs } from './labs/labs.ts';
import { type Links, openLinks } from './links.ts';
import { type Live, openLive } from './live/live.ts';
import { endWithRuns } from './live/recordings-end.ts';
import type { Log } from './log.ts';
import { type Mailing, openMailing } from './mail/mail.ts';
import { mailEntry } from './mail/mail-entry.ts';
import type { MediaEngine } from './media/engine.ts';
import { type LiveKit, liveKitOf } from './media/livekit/livekit.ts';
import { openMesh } from './media/mesh/mesh-engine.ts';
import { openServerRecorder, type ServerRecorder } from './media/recorder/server-recorder.ts';
import { openSignals, type Signals } from './media/signals.ts';
import { openSteward, type Steward } from './media/steward.ts';
import { rightsInRooms } from './policies/media.ts';
import { hearsOf, silenceOf } from './policies/webhook.ts';
import { type Random, systemRandom } from './random.ts';
import { type AccessHistory, openAccessHistory } from './recordings/access-history.ts';
import { type Intake, openIntake } from './recordings/intake.ts';
import { type NbrArchive, openNbrArchive } from './recordings/nbr-archive.ts';
import { openOrphans } from './recordings/orphans.ts';
import { filmsOnThisMachine } from './recordings/processing/films.ts';
import { openMakeReady } from './recordings/processing/make-ready.ts';
import { openMediaFiles } from './recordings/processing/media-files.ts';
import { openRecordingSound, type RecordingSound } from './recordings/processing/recording-sound.ts';
import { openRecordingWork, type RecordingWork } from './recordings/processing/recording-work.ts';
import { transcriberOnThisMachine } from './recordings/processing/transcriber.ts';
import { openTranscriptionWork, type TranscriptionWork } from './recordings/processing/transcription-work.ts';
import { openWorkFolder } from './recordings/processing/work-folder.ts';
import { openRecordedEvents, type RecordedEvents } from './recordings/recorded-events.ts';
import { openRecordingList, type RecordingList } from './recordings/recording-list.ts';
import { openRecordingPages, type RecordingPages } from './recordings/recording-pages.ts';
import { openRecordingShares, type RecordingShares } from './recordings/recording-shares.ts';
import { openRecordingSweeper, type RecordingSweeper } from './recordings/recording-sweeper.ts';
import { openRecordingTickets, type RecordingTickets } from './recordings/recording-tickets.ts';
import { openRecordings, type Recordings } from './recordings/recordings.ts';
import { openRoomRecordings, type RoomRecordings } from './recordings/room-recordings.ts';
import { openRecordingStore } from './recordings/store/open-recording-store.ts';
import type { RecordingStore } from './recordings/store/recording-store.ts';
import { openTranscriptPages, type TranscriptPages } from './recordings/transcripts/transcript-pages.ts';
import { openTranscripts, type Transcripts } from './recordings/transcripts/transcripts.ts';
import { openRequestLog, type RequestLog } from './request-log/request-log.ts';
import { type Opportunities, openOpportunities } from './sales/opportunities.ts';
import { openProducts, type Products } from './sales/products.ts';
import { openSalesAccounts, type SalesAccounts } from './sales/sales-accounts.ts';
import { openSalesSubjects, type SalesSubjects } from './sales/subject-names.ts';
import { type KeptSamples, openKeptSamples } from './samples/kept-samples.ts';
import { type EventImages, openEventImages } from './sessions/event-images.ts';
import { type JoinTickets, openJoinTickets } from './sessions/join-tickets.ts';
import { openMeetingsAlong } from './sessions/lists/meetings-along.ts';
import { openSessionList, type SessionList } from './sessions/lists/session-list.ts';
import { type OneClick, openOneClick } from './sessions/one-click.ts';
import { openPrograms, type Programs } from './sessions/programs/programs.ts';
import { type FeedbackBook, openFeedbackBook } from './sessions/session-feedback.ts';
import { openSessionKeys } from './sessions/session-keys.ts';
import { openSessions, type Sessions } from './sessions/sessions.ts';
import { openWaitingInvitations } from './sessions/waiting-invitations.ts';
import type { Settings } from './settings.ts';
import { openAccessTokens } from './sign-in/access-tokens/access-tokens.ts';
import { type BrowserSignIn, openBrowserSignIn } from './sign-in/access-tokens/browser-sign-in.ts';
import { type ApiTokens, openApiTokens } from './sign-in/api-tokens/api-tokens.ts';
import { openSignedInDevices, type SignedInDevices } from './sign-in/devices/signed-in-devices.ts';
import { type EmailConfirmations, openEmailConfirmations } from './sign-in/email-confirmations.ts';
import { type NbrTickets, openNbrTickets } from './sign-in/nbr-tickets.ts';
import { openPasswordResets, type PasswordResets } from './sign-in/password-resets.ts';
import { openPasswords, type Passwords } from './sign-in/passwords.ts';
import { openSaml } from './sign-in/saml/saml.ts';
import type { Saml } from './sign-in/saml/types.ts';
import { openSignIn, type SignIn } from './sign-in/sign-in.ts';
import { openSignOnTests, type SignOnTests } from './sign-in/sign-on-tests/sign-on-tests.ts';
import { openTickets, type Tickets } from './sign-in/tickets.ts';
import { type Logos, openLogos } from './sites/brand/logos.ts';
import { openSites, type Sites } from './sites/sites.ts';
import { type ClientGuesses, openClientGuesses } from './throttle/client-guesses.ts';
import { type Guesses, openGuesses } from './throttle/guesses.ts';
import { type Outsiders, openOutsiders } from './throttle/outsiders.ts';
import { openRegistrations, type Registrations } from './throttle/registrations.ts';
import { openRoomNoticePace, type RoomNoticePace } from './throttle/room-notices.ts';
import { openThrottle, type Throttle } from './throttle/throttle.ts';
import { openPost } from './webhooks/post.ts';
import type { Presenter } from './webhooks/presenter.ts';
import { webhookEntry } from './webhooks/webhook-entry.ts';
import { openWebhooks, type Webhooks } from './webhooks/webhooks.ts';
import { openXmlDoor, type XmlDoor } from './xml-door.ts';

export interface Context {
  readonly settings: Settings;
  readonly log: Log;
  readonly requestLog: RequestLog;
  readonly clock: Clock;
  readonly random: Random;
  /** Under which the ids and cursors of the REST interface are made: 32 bytes. */
  readonly idKey: Buffer;
  readonly database: Database;
  readonly sites: Sites;
  /** Of sites. */
  readonly logos: Logos;
  readonly accounts: Accounts;
  readonly accountList: AccountList;
  readonly accountDirectory: AccountDirectory;
  /** Of the installation. */
  readonly owners: Owners;
  readonly accountPieces: AccountPieces;
  readonly images: Images;
  readonly sessionTemplates: SessionTemplates;
  readonly queues: Queues;
  readonly teams: Teams;
  readonly passwords: Passwords;
  readonly passwordResets: PasswordResets;
  readonly emailConfirmations: EmailConfirmations;
  readonly tickets: Tickets;
  /** Where accounts are signed in. */
  readonly devices: SignedInDevices;
  readonly nbrTickets: NbrTickets;
  /** Of the REST interface. */
  readonly apiTokens: ApiTokens;
  readonly webhooks: Webhooks;
  readonly signIn: SignIn;
  /** At the OpenID provider of a CI site. */
  readonly signOnTests: SignOnTests;
  readonly browserSignIn: BrowserSignIn;
  readonly saml: Saml;
  readonly events: Events;
  readonly sessions: Sessions;
  readonly sessionList: SessionList;
  /** Of join links that expire. */
  readonly joinTickets: JoinTickets;
  /** Of an account, page after page. */
  readonly meetingsAlong: ReturnType<typeof openMeetingsAlong>;
  readonly runsAlong: ReturnType<typeof openRunsAlong>;
  readonly programs: Programs;
  readonly eventImages: EventImages;
  readonly recordedEvents: RecordedEvents;
  /** Where their bytes lie. */
  readonly recordingStore: RecordingStore;
  readonly recordings: Recordings;
  /** Takes recordings that are brought. */
  readonly intake: Intake;
  readonly recordingList: RecordingList;
  readonly recordingPages: RecordingPages;
  readonly recordingShares: RecordingShares;
  /** What is said in recordings. */
  readonly transcripts: Transcripts;
  readonly transcriptPages: TranscriptPages;
  /** Of those who play and fetch them. */
  readonly recordingTickets: RecordingTickets;
  readonly nbrArchive: NbrArchive;
  readonly roomRecordings: RoomRecordings;
  /** Makes them ready. */
  readonly recordingWork: RecordingWork;
  /** Their sound alone. */
  readonly recordingSound: RecordingSound;
  readonly transcriptionWork: TranscriptionWork;
  readonly recordingSweeper: RecordingSweeper;
  /** Where the engine lets the server record; browsers do so elsewhere. */
  readonly serverRecorder: ServerRecorder | undefined;
  /** Long work that people have asked for, and what does it. */
  readonly jobs: Jobs;
  readonly jobWork: JobWork;
  readonly live: Live;
  /** Carries sound and picture. */
  readonly media: MediaEngine;
  /** Holds the rooms of the engine to those of `live`. */
  readonly steward: Steward;
  /** LiveKit at our own origin; nothing where browsers send to each other. */
  readonly liveKit: LiveKit | undefined;
  readonly signals: Signals;
  readonly chat: Chat;
  readonly feedback: FeedbackBook;
  readonly history: History;
  readonly historyList: HistoryList;
  readonly historyPages: HistoryPages;
  readonly historySweeper: HistorySweeper;
  readonly accessHistory: AccessHistory;
  readonly oneClick: OneClick;
  readonly contacts: Contacts;
  readonly distLists: DistLists;
  readonly salesAccounts: SalesAccounts;
  readonly opportunities: Opportunities;
  readonly products: Products;
  readonly salesSubjects: SalesSubjects;
  readonly labs: Labs;
  /** Of the test tool. */
  readonly keptSamples: KeptSamples;
  /** For the console. */
  readonly xmlDoor: XmlDoor;
  readonly exams: Exams;
  readonly links: Links;
  readonly mail: Mailing;
  readonly throttle: Throttle;
  readonly outsiders: Outsiders;
  readonly guesses: Guesses;
  /** Of secrets of integrations. */
  readonly clientGuesses: ClientGuesses;
  readonly registrations: Registrations;
  /** Of personal rooms. */
  readonly roomNotices: RoomNoticePace;
  readonly callerAddress: CallerAddress;
  /** What administrators have done. */
  readonly auditList: AuditList;
}

/** What differs from one process to another. */
export interface Parts {
  readonly settings: Settings;
  readonly database: Database;
  /** The installation's key. */
  readonly secret: Buffer;
  readonly log: Log;
  /** Where the installation is reached, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Gives what webhooks are told its words, with the first event that one is told of: the interface is above. */
  readonly webhookPresenter: (context: Context) => Promise<Presenter>;
  /** Told of what no caller can be told. */
  readonly report?: (error: unknown) => void;
  /** Where the request log lies with SQLite; in memory without. */
  readonly requestLogFile?: string;
}

export function openContext(parts: Parts): Context {
  const { settings, database, secret, publicUrl } = parts;
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? systemRandom;
  const requestLog = openRequestLog({
    settings,
    database,
    clock,
    file: parts.requestLogFile,
    nextId: () => parts.log.nextRequestId(),
    report: (error) => parts.log.fault('request log', error),
  });
  const sites = openSites(database, clock);
  const events = openEvents({
    database,
    clock,
    site: sites.byId,
    report: (error) => parts.log.fault('events', error),
  });
  const accounts = openAccounts(
    database,
    clock,
    random,
    openSessionKeys(database, random),
    openWaitingInvitations(database),
    events.record,
  );
  const passwords = openPasswords(clock, random);
  const tickets = openTickets(database, clock, random, secret);
  const accessTokens = openAccessTokens(clock);
  const signOnTests = openSignOnTests(database, clock);
  const signIn = openSignIn(accounts, passwords, tickets, accessTokens, clock, (site, account) =>
    parts.log.lockedOut(site.siteName, account.webExId),
  );
  const links = openLinks(publicUrl);
  const sessions = openSessions(database, clock, random, events.record);
  const history = openHistory(database);
  const logos = openLogos(database, clock, random);
  const mail = openMailing({
    settings,
    database,
    clock,
    random,
    sites,
    logos,
    accounts,
    sessions,
    history,
    events,
    links,
    report: parts.report ?? (() => {}),
    tell: (news) => parts.log.mail(news),
    attempted: (attempt) =>
      requestLog.note(mailEntry(attempt, { id: parts.log.nextRequestId(), now: clock.now() })),
  });
  const apiTokens = openApiTokens({
    database,
    clock,
    random,
    accounts,
    sites,
    report: (error) => parts.log.fault('api tokens', error),
  });
  const mayConnect = publicOr(settings.webhookNetworks);
  const webhooks = openWebhooks({
    database,
    clock,
    random,
    secret,
    events,
    account: async (id) => accounts.findById(id),
    presenter: () => parts.webhookPresenter(context),
    allowed: apiTokens.allowedNow,
    hears: hearsOf,
    silence: silenceOf,
    post: openPost(mayConnect),
    mayConnect,
    report: (error) => parts.log.fault('webhooks', error),
    attempted: (attempt) =>
      requestLog.note(webhookEntry(attempt, { id: parts.log.nextRequestId(), now: clock.now() })),
  });
  const salesAccounts = openSalesAccounts(database, clock);
  const salesSubjects = openSalesSubjects(database);
  const signals = openSignals(database, clock);
  const live = openLive({
    database,
    clock,
    random,
    sites,
    accounts,
    sessions,
    history,
    salesSubjects,
    record: events.record,
    sweepBesides: signals.sweep,
    report: (error) => parts.log.fault('live', error),
  });
  const liveKit = liveKitOf({ settings, secret, clock, publicUrl, admits: live.isIn });
  const media = liveKit?.engine ?? openMesh(settings, clock);
  const store = openRecordingStore(settings);
  const accessHistory = openAccessHistory(database);
  const recordingList = openRecordingList(database);
  const films = filmsOnThisMachine(settings.ffmpeg);
  const transcriber = transcriberOnThisMachine(settings.transcriber);
  const transcribes = () => transcriber() !== undefined && films() !== undefined;
  const recordings = openRecordings({
    database,
    clock,
    random,
    store,
    accessHistory,
    record: events.record,
    transcribes,
  });
  const transcripts = openTranscripts({
    database,
    clock,
    store,
    recordings,
    transcribes,
    record: events.record,
  });
  const intake = openIntake({ database, clock, random, store, recordings });
  const roomRecordings = openRoomRecordings({ database, clock, random, store, recordings });
  const chat = openChat(database, clock);
  const making = {
    store,
    recordings,
    folder: openWorkFolder(settings.data),
    files: openMediaFiles(),
    films,
  };
  const recordingWork = openRecordingWork({
    ...making,
    database,
    clock,
    makeReady: openMakeReady({
      ...making,
      rooms: roomRecordings,
      momentsOf: roomMoments({ history, chat, site: sites.byId }),
    }),
    report: (error) => parts.log.fault('recordings', error),
  });
  endChatsWithRuns(events, chat);
  endWithRuns({ events, live, database, recordings: roomRecordings });
  const serverRecorder =
    media.recorderGrant &&
    openServerRecorder({
      live,
      database,
      recordings: roomRecordings,
      grant: media.recorderGrant,
      report: (error) => parts.log.fault('recordings', error),
    });
  const jobs = openJobs(database, clock, random);
  const context: Context = {
    settings,
    log: parts.log,
    requestLog,
    clock,
    random,
    idKey: Buffer.from(hkdfSync('sha256', secret, '', 'ids of the REST interface', 32)),
    database,
    sites,
    logos,
    accounts,
    accountList: openAccountList(database),
    accountDirectory: openAccountDirectory(database),
    owners: openOwners(database, clock),
    accountPieces: openAccountPieces(database),
    images: openImages(database, clock, random),
    sessionTemplates: openSessionTemplates(database, clock),
    queues: openQueues(database, clock),
    teams: openTeams(database, clock),
    passwords,
    passwordResets: openPasswordResets(database, clock, random),
    emailConfirmations: openEmailConfirmations(database, clock, random, mail.notices.emailConfirmation),
    tickets,
    devices: openSignedInDevices(database, clock, accounts),
    apiTokens,
    webhooks,
    nbrTickets: openNbrTickets(accounts, clock, secret),
    signIn,
    signOnTests,
    browserSignIn: openBrowserSignIn({ clock, random, secret, accessTokens, signIn, tests: signOnTests }),
    saml: openSaml({ database, clock, random, secret, accounts, tickets, links }),
    events,
    sessions,
    sessionList: openSessionList(database),
    meetingsAlong: openMeetingsAlong(database),
    runsAlong: openRunsAlong(database),
    joinTickets: openJoinTickets(secret, clock, random),
    programs: openPrograms(database, clock, random),
    eventImages: openEventImages(database, clock, random, sessions),
    recordedEvents: openRecordedEvents(database, recordingList),
    recordingStore: store,
    recordings,
    intake,
    recordingList,
    recordingPages: openRecordingPages(database),
    transcripts,
    transcriptPages: openTranscriptPages(database),
    recordingShares: openRecordingShares({ database, clock, record: events.record }),
    nbrArchive: openNbrArchive(database, clock),
    roomRecordings,
    serverRecorder,
    recordingWork,
    recordingSound: openRecordingSound(making),
    transcriptionWork: openTranscriptionWork({
      ...making,
      database,
      clock,
      transcripts,
      transcriber,
      folder: openWorkFolder(settings.data, 'transcript-work'),
      site: sites.byId,
      report: (error) => parts.log.fault('transcripts', error),
    }),
    recordingSweeper: openRecordingSweeper({
      store,
      rooms: roomRecordings,
      recordings,
      orphans: openOrphans({ database, clock, store, sites: sites.ids }),
      report: (error) => parts.log.fault('recordings', error),
    }),
    jobs,
    jobWork: openJobWork({
      database,
      clock,
      jobs,
      report: (error) => parts.log.fault('jobs', error),
    }),
    live,
    media,
    steward: openSteward({
      sites,
      live,
      engine: media,
      rightsIn: rightsInRooms(sessions),
      report: (error) => parts.log.fault('media', error),
    }),
    liveKit,
    signals,
    chat,
    feedback: openFeedbackBook(database, clock, random),
    history,
    historyList: openHistoryList(database),
    historyPages: openHistoryPages(database),
    historySweeper: openHistorySweeper({
      database,
      clock,
      sites,
      report: (error) => parts.log.fault('history', error),
    }),
    accessHistory,
    recordingTickets: openRecordingTickets(secret, clock),
    oneClick: openOneClick(database, clock),
    contacts: openContacts(database),
    distLists: openDistLists(database),
    salesAccounts,
    opportunities: openOpportunities(database, clock, salesAccounts),
    products: openProducts(database, clock),
    salesSubjects,
    labs: openLabs(database, clock),
    keptSamples: openKeptSamples(database, clock),
    xmlDoor: openXmlDoor(),
    exams: openExams(database, clock, sessions),
    links,
    mail,
    throttle: openThrottle(database, clock),
    outsiders: openOutsiders(clock),
    guesses: openGuesses(database, clock),
    clientGuesses: openClientGuesses(database, clock),
    registrations: openRegistrations(clock),
    roomNotices: openRoomNoticePace(clock),
    callerAddress: callerAddresses(settings.trustedProxies),
    auditList: openAuditList(database),
  };
  return context;
}
