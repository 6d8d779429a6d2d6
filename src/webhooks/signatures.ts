/**
 * How a receiver knows that a message is ours and new: the original's header (HMAC-SHA1 of the raw body, in hex) where the
 * webhook has a secret, and the headers of Standard Webhooks beside it.
 */
import { createHmac } from 'node:crypto';

export interface Signed {
  /** What its receiver knows it by, however often it comes. */
  readonly message: string;
  readonly body: string;
  readonly secret: string | undefined;
  /** Epoch milliseconds: when it is sent. */
  readonly now: number;
}

export function signatureHeaders({ message, body, secret, now }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const told = { 'webhook-id': message, 'webhook-timestamp': timestamp };
  if (secret === undefined) return told;
  const content = `${message}.${timestamp}.${body}`;
  return {
    ...told,
    'webhook-signature': `v1,${createHmac('sha256', standardKey(secret)).update(content).digest('base64')}`,
    'X-Spark-Signature': createHmac('sha1', secret).update(body).digest('hex'),
  };
}

/** `whsec_` and base64 is a key in the form of Standard Webhooks; any other text is the key by its own bytes. */
function standardKey(secret: string): Buffer {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  return encoded === undefined ? Buffer.from(secret) : Buffer.from(encoded, 'base64');
}
