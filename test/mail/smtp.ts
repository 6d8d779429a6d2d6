import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real SMTP server on loopback; what it was handed, taken apart. */

export interface Received {
  readonly from: string;
  readonly to: string;
  readonly mail: ParsedMail;
  /** As it came. */
  readonly raw: string;
}

export interface TestSmtp extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
  /** The connections that were open at the same time at most. */
  readonly mostConnections: number;
  /** What was handed over since the last call. */
  take(): Received[];
  close(): Promise<void>;
}

export interface SmtpRules {
  /** Called for each recipient: what it throws is the server's answer. */
  readonly recipient?: (address: string) => void;
  readonly data?: (to: string) => void;
}

/** An answer of the server such as `550`. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

export async function startSmtp(rules: SmtpRules = {}, port = 0): Promise<TestSmtp> {
  const received: Received[] = [];
  let taken = 0;
  let open = 0;
  let most = 0;
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect(_session, callback) {
      open += 1;
      most = Math.max(most, open);
      callback();
    },
    onClose() {
      open -= 1;
    },
    onRcptTo({ address }, _session, callback) {
      callback(thrown(() => rules.recipient?.(address)));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address).join(' ');
        const error = thrown(() => rules.data?.(to));
        if (!error) {
          const raw = Buffer.concat(chunks);
          const mail = await simpleParser(raw);
          received.push({ from: mailFrom ? mailFrom.address : '', to, mail, raw: raw.toString() });
        }
        callback(error);
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    get mostConnections() {
      return most;
    },
    take() {
      const fresh = received.slice(taken);
      taken = received.length;
      return fresh;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function thrown(work: () => void): Error | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
