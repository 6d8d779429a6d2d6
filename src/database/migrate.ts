import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Dialect } from './database.ts';
import { DatabaseUnavailable } from './errors.ts';
import { sitesAndAccounts } from './migrations/0001-sites-and-accounts.ts';
import { sessions } from './migrations/0002-sessions.ts';
import { singleSignOn } from './migrations/0003-single-sign-on.ts';
import { throttling } from './migrations/0004-throttling.ts';
import { liveAndHistory } from './migrations/0005-live-and-history.ts';
import { passwordResets } from './migrations/0006-password-resets.ts';
import { stayCredentials } from './migrations/0007-stay-credentials.ts';
import { confirmedAddresses } from './migrations/0008-confirmed-addresses.ts';
import { events } from './migrations/0009-events.ts';
import { emailConfirmations } from './migrations/0010-email-confirmations.ts';
import { historyLists } from './migrations/0011-history-lists.ts';
import { labs } from './migrations/0012-labs.ts';
import { tests } from './migrations/0013-tests.ts';
import { eventPrograms } from './migrations/0014-events.ts';
import { sales } from './migrations/0015-sales.ts';
import { plannedMail } from './migrations/0017-planned-mail.ts';
import { webAcd } from './migrations/0018-web-acd.ts';
import { recordingAccess } from './migrations/0019-recording-access.ts';
import { media } from './migrations/0020-media.ts';
import { roles } from './migrations/0021-roles.ts';
import { chat } from './migrations/0022-chat.ts';
import { afterTheMeeting } from './migrations/0023-after-the-meeting.ts';
import { roomRecordings } from './migrations/0024-room-recordings.ts';
import { callers } from './migrations/0025-callers.ts';
import { presence } from './migrations/0026-presence.ts';
import { breakouts } from './migrations/0028-breakouts.ts';
import { recordings } from './migrations/0029-recordings.ts';
import { recordingsOfRooms } from './migrations/0031-recordings-of-rooms.ts';
import { nbr } from './migrations/0033-nbr.ts';
import { recordingLists } from './migrations/0035-recording-lists.ts';
import { owners } from './migrations/0036-owners.ts';
import { accountLists } from './migrations/0037-account-lists.ts';
import { jobs } from './migrations/0038-jobs.ts';
import { requestLog } from './migrations/0039-request-log.ts';
import { audit } from './migrations/0040-audit.ts';
import { mailTexts } from './migrations/0041-mail-texts.ts';
import { siteLogos } from './migrations/0042-site-logos.ts';
import { keptSamples } from './migrations/0045-kept-samples.ts';
import { signedInDevices } from './migrations/0050-signed-in-devices.ts';
import { mailLists } from './migrations/0051-mail-lists.ts';
import { signOnTests } from './migrations/0055-sign-on-tests.ts';
import { apiTokens } from './migrations/0056-api-tokens.ts';
import { sharedRecordings } from './migrations/0062-shared-recordings.ts';
import { spentRefreshTokens } from './migrations/0064-spent-refresh-tokens.ts';
import { signOnTestHome } from './migrations/0065-sign-on-test-home.ts';
import { webhooks } from './migrations/0066-webhooks.ts';
import { webhookDeliveriesInOrder } from './migrations/0067-webhook-deliveries-in-order.ts';
import { webhooksByWhatTheyHear } from './migrations/0068-webhooks-by-what-they-hear.ts';
import { turnsOfWebhooks } from './migrations/0069-turns-of-webhooks.ts';
import { whenTokensWereSpent } from './migrations/0071-when-tokens-were-spent.ts';
import { eventsLeftToAListener } from './migrations/0076-events-left-to-a-listener.ts';
import { transcripts } from './migrations/0078-transcripts.ts';
import { transcriptions } from './migrations/0079-transcriptions.ts';
import { webhooksToldOnce } from './migrations/0083-webhooks-told-once.ts';
import { webhooksByHostAndFilter } from './migrations/0084-webhooks-by-host-and-filter.ts';
import { wrongProofsOfClients } from './migrations/0085-wrong-proofs-of-clients.ts';
import { coHosts } from './migrations/0088-co-hosts.ts';
import { columnsOf } from './migrations/columns.ts';

/** Every migration, oldest first. One that has been published is never changed. */
function migrationsFor(dialect: Dialect): Record<string, Migration> {
  const columns = columnsOf(dialect);
  return {
    '0001-sites-and-accounts': sitesAndAccounts(columns),
    '0002-sessions': sessions(columns),
    '0003-single-sign-on': singleSignOn(columns),
    '0004-throttling': throttling(columns),
    '0005-live-and-history': liveAndHistory(columns),
    '0006-password-resets': passwordResets(columns),
    '0007-stay-credentials': stayCredentials(columns),
    '0008-confirmed-addresses': confirmedAddresses(columns),
    '0009-events': events(columns),
    '0010-email-confirmations': emailConfirmations(columns),
    '0011-history-lists': historyLists(columns),
    '0012-labs': labs(columns),
    '0013-tests': tests(columns),
    '0014-events': eventPrograms(columns),
    '0015-sales': sales(columns),
    '0017-planned-mail': plannedMail(columns),
    '0018-web-acd': webAcd(columns),
    '0019-recording-access': recordingAccess(columns),
    '0020-media': media(columns),
    '0021-roles': roles(columns),
    '0022-chat': chat(columns),
    '0023-after-the-meeting': afterTheMeeting(columns),
    '0025-callers': callers(columns),
    '0024-room-recordings': roomRecordings(columns),
    '0026-presence': presence(columns),
    '0028-breakouts': breakouts(columns),
    '0029-recordings': recordings(columns),
    '0031-recordings-of-rooms': recordingsOfRooms(),
    '0033-nbr': nbr(columns),
    '0035-recording-lists': recordingLists(columns),
    '0036-owners': owners(columns),
    '0037-account-lists': accountLists(columns),
    '0038-jobs': jobs(columns),
    '0039-request-log': requestLog(dialect),
    '0040-audit': audit(columns, dialect),
    '0041-mail-texts': mailTexts(columns),
    '0042-site-logos': siteLogos(columns),
    '0050-signed-in-devices': signedInDevices(columns),
    '0045-kept-samples': keptSamples(columns),
    '0051-mail-lists': mailLists(),
    '0055-sign-on-tests': signOnTests(columns),
    '0056-api-tokens': apiTokens(columns),
    '0062-shared-recordings': sharedRecordings(columns),
    '0064-spent-refresh-tokens': spentRefreshTokens(columns),
    '0065-sign-on-test-home': signOnTestHome(columns),
    '0066-webhooks': webhooks(columns),
    '0067-webhook-deliveries-in-order': webhookDeliveriesInOrder(),
    '0068-webhooks-by-what-they-hear': webhooksByWhatTheyHear(),
    '0069-turns-of-webhooks': turnsOfWebhooks(columns),
    '0071-when-tokens-were-spent': whenTokensWereSpent(columns),
    '0076-events-left-to-a-listener': eventsLeftToAListener(columns),
    '0078-transcripts': transcripts(columns),
    '0079-transcriptions': transcriptions(columns),
    '0083-webhooks-told-once': webhooksToldOnce(columns),
    '0084-webhooks-by-host-and-filter': webhooksByHostAndFilter(columns),
    '0085-wrong-proofs-of-clients': wrongProofsOfClients(columns),
    '0088-co-hosts': coHosts(columns),
  };
}

/** The name of the last one. */
export function newestMigration(): string {
  return Object.keys(migrationsFor('sqlite')).sort().at(-1) ?? '';
}

/**
 * Brings the tables up to date; what has run is left alone.
 * @throws DatabaseUnavailable when a migration fails or the database is newer than this program
 */
export async function migrate(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const provider = { getMigrations: async () => migrationsFor(dialect) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (!error) return;
  const reason = error instanceof Error ? error.message : String(error);
  throw new DatabaseUnavailable(`The database could not be brought up to date: ${reason}`, { cause: error });
}
