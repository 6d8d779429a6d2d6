/**
 * A process of its own that carries the voices of all callers: WebRTC's library is not JavaScript, and where it breaks
 * it takes calls with it and not the site. It ends with the server.
 */
import { every, systemTimers } from '../timers.ts';
import { LiveKitLine } from './livekit-line.ts';
import { MeshLine } from './mesh-line.ts';
import { loadRtcNode } from './rtc-node.ts';
import type { FromVoices, Ticket, ToVoices } from './voice-messages.ts';
import { loadWrtc } from './wrtc.ts';

/** Samples of 20 ms. */
const FRAME = 160;

const lines = new Map<number, MeshLine | LiveKitLine>();
/** An installation has one engine, and its package alone. */
const wrtc = process.argv[2] === 'mesh' ? await loadWrtc() : undefined;
const rtc = process.argv[2] === 'livekit' ? await loadRtcNode() : undefined;

function opened(line: number, ticket: Ticket): MeshLine | LiveKitLine | undefined {
  if (ticket.engine === 'livekit')
    return (
      rtc &&
      new LiveKitLine({
        rtc,
        here: () => send({ kind: 'here', line }),
        away: (why) => send({ kind: 'away', line, why }),
      })
    );
  return (
    wrtc &&
    new MeshLine({ ...ticket, wrtc, send: (to, signal) => send({ kind: 'signal', line, to, signal }) })
  );
}

function send(message: FromVoices): void {
  if (process.connected) process.send?.(message);
}

function join(line: number, ticket: Ticket): void {
  const one = lines.get(line);
  if (one instanceof LiveKitLine && ticket.engine === 'livekit') one.join(ticket);
}

function take(message: ToVoices): void {
  const { line } = message;
  switch (message.kind) {
    case 'open': {
      const one = opened(line, message.ticket);
      if (one) lines.set(line, one);
      join(line, message.ticket);
      return;
    }
    case 'join':
      join(line, message.ticket);
      return;
    case 'meet':
      lines.get(line)?.meet(message.people, message.speaks);
      return;
    case 'signal':
      lines.get(line)?.take(message.from, message.signal);
      return;
    case 'say':
      lines.get(line)?.say(message.samples);
      return;
    case 'close':
      lines.get(line)?.close();
      lines.delete(line);
  }
}

process.on('message', take);
// The libraries leave failures of their own to nobody: one of them is no reason to end every call.
process.on('unhandledRejection', (error) => {
  send({ kind: 'trouble', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
});
// A signal of the terminal reaches us too: the server says when it is over.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
// What is left of the library would be torn down in an order that it does not survive.
process.on('disconnect', () => process.exit(0));

every(systemTimers, 20, () => {
  for (const [line, one] of lines) send({ kind: 'heard', line, samples: one.listen(FRAME) });
});
