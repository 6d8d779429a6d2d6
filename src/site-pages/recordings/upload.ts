/** Takes a file that a host brings, as it comes, into the recordings of the site. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { type FileForm, readFileForm } from '../../browser/file-form.ts';
import { mayTakeLong } from '../../browser/long-body.ts';
import { isOwnFileForm } from '../../browser/own-form.ts';
import { Refused, reasonOf, statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { mayBringRecordings } from '../../policies/kept-recording.ts';
import { LONGEST_NAME, type Recording } from '../../recordings/recording.ts';
import type { RecordingsAsked } from './recordings.php.ts';
import { listPage } from './recordings-shown.ts';
import { wantsJson } from './wants-json.ts';

export function isFileForm({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
}

/** Scripts are answered with JSON: the recording's `id`, or why there is none (`problem`). */
export async function bringFile(
  call: PageCall,
  account: Account | undefined,
  fields: RecordingsAsked,
): Promise<FastifyReply> {
  const { raw, headers } = call.request;
  if (!account || !mayBringRecordings(account)) {
    // Nobody's gigabytes are waited for.
    raw.resume();
    call.reply.header('Connection', 'close');
    return refused(call, 403, 'AccessDenied');
  }
  mayTakeLong(raw);
  // What is not read to its end is answered all the same.
  const body = raw.iterator({ destroyOnReturn: false });
  try {
    return taken(call, await bring(call, account, await readFileForm(headers['content-type'] ?? '', body)));
  } catch (error) {
    const problem = reasonOf(error);
    // Whoever has gone away hears nothing.
    if (problem === undefined && !raw.destroyed) throw error;
    if (problem === 'CSRFRequired') return refused(call, 403, problem);
    return notTaken(call, account, fields, problem ?? 'InvalidDataFormat');
  } finally {
    // As long as somebody may still read it, the rest would not be let through.
    await body.return?.();
    raw.resume();
  }
}

async function bring(call: PageCall, account: Account, form: FileForm): Promise<Recording> {
  const { context, site } = call;
  if (!isOwnFileForm(call, form.fields)) throw new Refused('CSRFRequired');
  if (!form.file) throw new Refused('NoFile');
  const { fileName, mediaType, bytes: from } = form.file;
  const bytes = form.fields.get('BYTES');
  const host = await context.accounts.withProfile(account);
  const brought = {
    name: nameFrom(fileName),
    fileName,
    mediaType,
    ...(bytes !== undefined && /^\d{1,15}$/.test(bytes) && { bytes: Number(bytes) }),
  };
  return context.intake.take(site, { host }, brought, from);
}

/** Without its ending, and as one line. */
function nameFrom(fileName: string): string {
  const line = fileName
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  const name = line.replace(/(?<=.)\.[a-z0-9]{2,4}$/i, '').trim();
  return [...(name || line)].slice(0, LONGEST_NAME).join('').trim() || 'Recording';
}

function taken(call: PageCall, { id }: Recording): FastifyReply {
  if (wantsJson(call)) return call.reply.code(201).send({ id: String(id) });
  return redirect(call, call.folder.page('recordings.php', { WAS: 'BROUGHT', ID: String(id) }));
}

async function notTaken(
  call: PageCall,
  account: Account,
  fields: RecordingsAsked,
  problem: string,
): Promise<FastifyReply> {
  if (wantsJson(call)) return refused(call, statusOf(problem), problem);
  return listPage(call, account, fields, problem);
}

async function refused(call: PageCall, status: number, problem: string): Promise<FastifyReply> {
  if (wantsJson(call)) return call.reply.code(status).send({ problem });
  return show(call, { page: 'error', status, problem });
}
