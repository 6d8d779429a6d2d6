/** Posts a message. */

/** Why it was not sent. */
export type Unsent = 'notAllowed' | 'gone' | 'tooFast' | 'lost';

const WHY: Readonly<Record<number, Unsent>> = { 403: 'notAllowed', 410: 'gone', 429: 'tooFast' };

/** Milliseconds after which an answer is not waited for any more. */
const PATIENCE = 10_000;

/** Gives why it was not sent; nothing when it was. */
export async function write(
  post: string,
  message: { readonly MK: number; readonly to: string; readonly text: string },
): Promise<Unsent | undefined> {
  try {
    const { ok, status } = await fetch(post, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return ok ? undefined : (WHY[status] ?? 'lost');
  } catch {
    return 'lost';
  }
}
