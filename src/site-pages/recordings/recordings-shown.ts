/** The list of recordings: somebody's, the site's, or what lies in the bin. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { spokenTo } from '../../browser/appearance.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { RecordingsOrder, RecordingsPage, ShownRecording } from '../../browser/pages/recordings-page.ts';
import { statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { localeOf } from '../../language.ts';
import {
  mayBringRecordings,
  mayListRecordingsOfSite,
  mayManageRecording,
} from '../../policies/kept-recording.ts';
import { KEPT_IN_BIN } from '../../recordings/recording.ts';
import type { ListedRecording, RecordingPage } from '../../recordings/recording-list.ts';
import { zoneOf } from '../../time/time-zones.ts';
import type { RecordingsAsked } from './recordings.php.ts';
import { wantsJson } from './wants-json.ts';

/** Rows of a page. */
const SHOWN = 50;

const DAY = 24 * 3_600_000;

const ORDERS: Readonly<Record<RecordingsOrder, RecordingPage['order']>> = {
  newest: { by: 'CREATED', descending: true },
  name: { by: 'NAME', descending: false },
  longest: { by: 'DURATION', descending: true },
  largest: { by: 'SIZE', descending: true },
};

/** @param problem why what was wished has not been done */
export async function listPage(
  call: PageCall,
  account: Account,
  fields: RecordingsAsked,
  problem?: string,
): Promise<FastifyReply> {
  const content = await listOf(call, account, fields, problem);
  const status = problem === undefined ? 200 : statusOf(problem);
  if (wantsJson(call)) {
    return call.reply.code(status).header('Cache-Control', 'no-store').send(content);
  }
  call.reply.code(status);
  return show(call, content);
}

async function listOf(
  call: PageCall,
  account: Account,
  fields: RecordingsAsked,
  problem: string | undefined,
): Promise<RecordingsPage> {
  const { context, site, folder } = call;
  const brings = mayBringRecordings(account);
  const seesSite = mayListRecordingsOfSite(account);
  const isSite = seesSite && (fields.ALL === true || !brings);
  const isBin = fields.BIN === true;
  const order = orderOf(fields.ORDER);
  const page = Math.max(1, fields.PG ?? 1);
  const { total, recordings } = await context.recordingList.search(
    site,
    {
      host: isSite ? undefined : account.id,
      name: fields.Q,
      states: ['RECORDING', 'PROCESSING', 'READY', 'FAILED'],
      inBin: isBin,
    },
    { startFrom: (page - 1) * SHOWN + 1, maximumNum: SHOWN, order: ORDERS[order] },
  );
  const pictured = await context.recordingList.pictured(recordings);
  const look = { isSite, isBin, byMonth: order === 'newest' };
  const rows = new Rows(call, account, look, localeOf(await spokenTo(call)));
  const scope = isSite && brings ? { ALL: '1' } : undefined;
  const here = (more: Readonly<Record<string, string>>) =>
    folder.address('recordings.php', { ...scope, ...more });
  const turned = (to: number) =>
    here({
      ...(isBin && { BIN: '1' }),
      ...(fields.Q !== undefined && { Q: fields.Q }),
      ...(order !== 'newest' && { ORDER: order }),
      PG: String(to),
    });
  const { quota } = site.settings.recordings;
  return {
    page: 'recordings',
    problem,
    done: await doneOf(call, account, fields),
    isBin,
    binDays: KEPT_IN_BIN / DAY,
    views: {
      kept: here({}),
      bin: here({ BIN: '1' }),
      scope:
        seesSite && brings
          ? { isSite, other: folder.address('recordings.php', isSite ? {} : { ALL: '1' }) }
          : undefined,
    },
    search: {
      action: folder.address('recordings.php'),
      fields: { ...scope, ...(isBin && { BIN: '1' }) },
      name: fields.Q,
      order,
    },
    recordings: recordings.map((one) => rows.row(one, pictured.has(one.id))),
    total,
    before: page > 1 ? turned(page - 1) : undefined,
    after: total > page * SHOWN ? turned(page + 1) : undefined,
    space: {
      used: await context.recordings.spaceUsed(site),
      ...(quota > 0 && { most: quota * 1_000_000 }),
    },
    upload: brings && !isBin ? formOf(call, {}) : undefined,
  };
}

function orderOf(wish: string | undefined): RecordingsOrder {
  return (Object.keys(ORDERS) as RecordingsOrder[]).find((one) => one.toUpperCase() === wish) ?? 'newest';
}

function formOf(call: PageCall, fields: Readonly<Record<string, string>>): Form {
  return { action: call.folder.address('recordings.php'), fields: { ...ownFormField(call), ...fields } };
}

/** What has been done, where it is true: an address can say anything. */
async function doneOf(
  call: PageCall,
  account: Account,
  { WAS, ID, ALL }: RecordingsAsked,
): Promise<RecordingsPage['done']> {
  if (WAS === 'ERASED') return { what: 'erased', name: '' };
  const recording = ID === undefined ? undefined : await call.context.recordings.find(call.site, ID);
  if (!recording || !mayManageRecording(recording, account)) return undefined;
  const { id, name, deletedAt } = recording;
  if (WAS === 'DELETED' && deletedAt !== null) {
    const undo = formOf(call, { DO: 'RESTORE', ID: String(id), ...(ALL && { ALL: '1' }) });
    return { what: 'deleted', name, undo };
  }
  if (deletedAt !== null) return undefined;
  if (WAS === 'RESTORED') return { what: 'restored', name };
  if (WAS === 'SAVED') return { what: 'saved', name };
  return WAS === 'BROUGHT' ? { what: 'brought', name } : undefined;
}

interface ListLook {
  readonly isSite: boolean;
  readonly isBin: boolean;
  readonly byMonth: boolean;
}

/** Puts recordings into rows, by the clock of whoever reads them. */
class Rows {
  readonly #call: PageCall;
  readonly #account: Account;
  readonly #look: ListLook;
  readonly #when: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;

  constructor(call: PageCall, account: Account, look: ListLook, locale: string) {
    this.#call = call;
    this.#account = account;
    this.#look = look;
    const timeZone = zoneOf(account.timeZoneID).iana;
    const day = look.byMonth ? { weekday: 'short' as const } : { year: 'numeric' as const };
    this.#when = new Intl.DateTimeFormat(locale, {
      ...day,
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    });
    this.#month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone });
  }

  row(recording: ListedRecording, hasPoster: boolean): ShownRecording {
    const { isSite, isBin, byMonth } = this.#look;
    const { id, name, state, createdAt, duration, bytes, format, document } = recording;
    return {
      id: String(id),
      name,
      hostName: isSite ? recording.hostName || recording.hostWebExID : undefined,
      month: byMonth ? this.#month.format(createdAt) : undefined,
      when: this.#when.format(createdAt),
      state,
      problem: document.problem,
      duration,
      bytes,
      format,
      hasPassword: document.password !== undefined,
      isClosed: !document.fileAccess.attendeeView,
      poster: hasPoster
        ? this.#call.folder.address('recordings.php', { ID: String(id), POSTER: '1' })
        : undefined,
      ...(isBin ? this.#waysFromBin(recording) : this.#ways(recording)),
    };
  }

  #ways(recording: ListedRecording): Partial<ShownRecording> {
    const { context, site, folder } = this.#call;
    const { id, state, streamToken, downloadToken } = recording;
    const manages = mayManageRecording(recording, this.#account);
    const isReady = state === 'READY';
    const ID = String(id);
    const all: Readonly<Record<string, string>> = this.#look.isSite ? { ALL: '1' } : {};
    return {
      play: isReady ? folder.address('ldr.php', { RCID: streamToken }) : undefined,
      download: isReady ? folder.address('lsr.php', { RCID: downloadToken }) : undefined,
      share: isReady ? context.links.recordingStream(site, recording) : undefined,
      settings: manages ? folder.address('recordings.php', { ...all, ID }) : undefined,
      // What is still recorded ends first.
      remove: manages && state !== 'RECORDING' ? formOf(this.#call, { ...all, DO: 'DELETE', ID }) : undefined,
    };
  }

  #waysFromBin(recording: ListedRecording): Partial<ShownRecording> {
    const left = (recording.deletedAt ?? 0) + KEPT_IN_BIN - this.#call.context.clock.now();
    const manages = mayManageRecording(recording, this.#account);
    const all: Readonly<Record<string, string>> = this.#look.isSite ? { ALL: '1' } : {};
    const form = (DO: string) =>
      manages ? formOf(this.#call, { ...all, DO, ID: String(recording.id) }) : undefined;
    return { restore: form('RESTORE'), erase: form('ERASE'), daysLeft: Math.max(0, Math.ceil(left / DAY)) };
  }
}
