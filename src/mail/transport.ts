/** Hands mail to an SMTP server. */
import type { DressedMessage, MailPicture } from './mail-logo.ts';
import type { Mail } from './outbox.ts';

/** The server will not take this mail, whenever it is asked. */
export class MailRefused extends Error {}

/** The server could not be asked. */
export class ServerUnreachable extends Error {}

/** What is sent of a mail. */
export interface SentMail extends Pick<Mail, 'token'> {
  readonly message: DressedMessage;
}

export interface Transport {
  /**
   * @throws MailRefused when the server will never take the mail
   * @throws ServerUnreachable when there is no answer
   * @throws any other error when a second attempt may succeed
   */
  send(mail: SentMail): Promise<void>;
  close(): void;
}

const CONNECTIONS = 4;

/** @param url `smtp://user:password@host:587`, or `smtps://` where TLS comes first */
export function openSmtp(url: string): Transport {
  const options = {
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    // A mail that was cut off may have arrived: trying again is ours, with all that is known of it.
    maxRequeues: 0,
    // The server may close a connection that rests, at the moment in which it is used again.
    idleTimeout: 5_000,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
  // Loaded with the first mail: a server that sends none starts without it.
  const load = async () => (await import('nodemailer')).createTransport(options);
  let transporter: ReturnType<typeof load> | undefined;
  return {
    async send(mail) {
      transporter ??= load();
      try {
        await (await transporter).sendMail(composed(mail));
      } catch (error) {
        throw named(error);
      }
    },
    close() {
      transporter?.then((loaded) => loaded.close());
    },
  };
}

/** A mail in the words of nodemailer. Calendars find the file as an alternative of the text, people as an attachment. */
export function composed({ message, token }: SentMail) {
  const { from, to, replyTo, subject, text, html, calendar, picture } = message;
  return {
    from,
    to,
    ...(replyTo && { replyTo }),
    subject,
    text,
    html,
    messageId: `<${token}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(calendar && { icalEvent: { ...calendar, filename: 'invite.ics' } }),
    ...(picture && { attachments: [attached(picture)] }),
  };
}

/** Beside the HTML that shows it: a file that nobody looks for has no name of its own. */
function attached({ cid, mediaType, content }: MailPicture) {
  const filename = `logo.${mediaType.slice('image/'.length)}`;
  return { cid, filename, content, contentType: mediaType, contentDisposition: 'inline' as const };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** Only a refusal of the recipient or of the mail itself is for ever: others a person can mend. */
function named(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { code = '', responseCode = 0, command = '', message }: SmtpError = error;
  const permanent = responseCode >= 500 && responseCode < 600;
  if (permanent && (command === 'RCPT TO' || command === 'DATA')) return new MailRefused(message);
  return responseCode === 0 && !/^(EENVELOPE|EMESSAGE)$/.test(code) ? new ServerUnreachable(message) : error;
}
