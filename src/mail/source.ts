/** A mail as it goes over the wire: its headers and its parts (RFC 5322). */
import type { Mail } from './outbox.ts';
import { composed, type SentMail } from './transport.ts';

/** With CRLF at the ends of its lines. */
export async function sourceOf(mail: Mail & SentMail): Promise<Buffer> {
  const { createTransport } = await import('nodemailer');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const date = new Date(mail.sentAt ?? mail.createdAt);
  const { message } = await composer.sendMail({ ...composed(mail), date });
  return Buffer.isBuffer(message) ? message : Buffer.alloc(0);
}
