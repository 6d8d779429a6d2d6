/**
 * A process of its own that carries the voices of all callers: WebRTC's library is not JavaScript, and where it breaks
 * it takes calls with it and not the site. It ends with the server.
 */
import { every, systemTimers } from '../timers.ts';
import { MeshLine } from './mesh-line.ts';
import type { FromVoices, ToVoices } from './voice-messages.ts';
import { loadWrtc } from './wrtc.ts';

/** Samples of 20 ms. */
const FRAME = 160;

const wrtc = await loadWrtc();
const lines = new Map<number, MeshLine>();

function send(message: FromVoices): void {
  if (process.connected) process.send?.(message);
}

function take(message: ToVoices): void {
  const { line } = message;
  switch (message.kind) {
    case 'open': {
      const { you, iceServers } = message;
      const opened = new MeshLine({
        wrtc,
        you,
        iceServers,
        send: (to, signal) => send({ kind: 'signal', line, to, signal }),
      });
      lines.set(line, opened);
      return;
    }
    case 'meet':
      lines.get(line)?.meet(message.people);
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
// A signal of the terminal reaches us too: the server says when it is over.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
// What is left of the library would be torn down in an order that it does not survive.
process.on('disconnect', () => process.exit(0));

every(systemTimers, 20, () => {
  for (const [line, one] of lines) send({ kind: 'heard', line, samples: one.listen(FRAME) });
});
