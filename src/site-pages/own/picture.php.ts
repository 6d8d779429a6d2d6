/**
 * picture.php: the picture of somebody's own profile. It is brought by a form with the field FILE (`multipart/form-data`);
 * DO=REMOVE takes it away. Everything that there is to see of it is on profile.php.
 */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { LARGEST_PROFILE_PICTURE, profilePictureOf } from '../../accounts/profile-picture.ts';
import { redirect } from '../../browser/answer.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { readFileForm } from '../../browser/file-form.ts';
import { isOwnFileForm, isOwnForm } from '../../browser/own-form.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { word } from '../../browser/parameters/parameter.ts';
import { Refused, reasonOf, statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import { signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { RuleBroken } from '../../refusal.ts';
import { profileShown } from './profile.php.ts';

const PICTURE = { DO: word('what is done', ['REMOVE']) };

export async function picturePhp(call: PageCall): Promise<FastifyReply> {
  const { request, folder, context } = call;
  const own = await browserSessionOf(call);
  const isFile = /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
  if (!own) {
    request.raw.resume();
    return signInPage(call, { MU: folder.address('profile.php') });
  }
  if (request.method !== 'POST') return redirect(call, folder.page('profile.php'));
  if (isFile) return put(call, own.account);
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  const { DO } = parametersOf(request, PICTURE);
  if (DO !== 'REMOVE') return profileShown(call, own.account, { problem: 'NoFile' });
  await context.images.replace(own.account, 'Photo', undefined);
  return redirect(call, folder.page('profile.php', { PICTURE: 'REMOVED' }));
}

async function put(call: PageCall, account: Account): Promise<FastifyReply> {
  const { raw, headers } = call.request;
  const body = raw.iterator({ destroyOnReturn: false });
  try {
    const form = await readFileForm(headers['content-type'] ?? '', body);
    if (!isOwnFileForm(call, form.fields)) {
      return await show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
    }
    if (!form.file) throw new Refused('NoFile');
    const picture = profilePictureOf(await whole(form.file.bytes));
    await call.context.images.replace(account, 'Photo', picture);
    return redirect(call, call.folder.page('profile.php', { PICTURE: 'SAVED' }));
  } catch (error) {
    const problem = error instanceof RuleBroken ? 'PictureRefused' : reasonOf(error);
    if (problem === undefined) throw error;
    call.reply.code(statusOf(problem));
    return profileShown(call, account, { problem });
  } finally {
    await body.return?.();
    raw.resume();
  }
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > LARGEST_PROFILE_PICTURE) throw new Refused('TooLarge');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
