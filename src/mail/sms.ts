/**
 * Short messages to telephones, by whatever takes `{ "to": "+49…", "text": "…" }` as JSON at an address of the web: the
 * service that an organisation pays, or a few lines before it.
 */
import { MailRefused, ServerUnreachable, type Transport } from './transport.ts';

/** Milliseconds after which an answer is not waited for any more. */
const PATIENCE = 15_000;

/** Characters of a message: three of the short ones that telephones know. */
const LONGEST = 459;

/** The digits of a telephone number, with a plus sign where it has one; nothing for what is none. */
export function phoneIn(text: string): string | undefined {
  const digits = text.replace(/[\s()./-]/g, '');
  return /^\+?\d{5,15}$/.test(digits) ? digits : undefined;
}

/** @param url may have a name and a password, which are sent as HTTP's Basic authentication */
export function openSmsGateway(url: string): Transport {
  const address = new URL(url);
  const { username, password } = address;
  address.username = '';
  address.password = '';
  const secret = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const closing = new AbortController();
  return {
    async send({ message }) {
      const { status, body } = await asked(message.to.address, message.text.trim().slice(0, LONGEST));
      await body?.cancel();
      if (status >= 200 && status < 300) return;
      // Nothing of the address or of the answer is told: there may be secrets in them.
      const problem = `The gateway for text messages answered ${status}.`;
      const isForEver = status >= 400 && status < 500 && ![401, 403, 404, 408, 425, 429].includes(status);
      throw isForEver ? new MailRefused(problem) : new Error(problem);
    },
    close: () => closing.abort(),
  };

  async function asked(to: string, text: string): Promise<Response> {
    try {
      return await fetch(address, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(username !== '' && { Authorization: `Basic ${Buffer.from(secret).toString('base64')}` }),
        },
        body: JSON.stringify({ to, text: text.toWellFormed() }),
        redirect: 'error',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(PATIENCE)]),
      });
    } catch {
      throw new ServerUnreachable('The gateway for text messages does not answer.');
    }
  }
}
