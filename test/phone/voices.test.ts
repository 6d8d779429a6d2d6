import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openVoices } from '../../src/phone/voices/voices.ts';

/** The process that carries the voices, where it does not do what it should. */

const STUCK = fileURLToPath(new URL('stuck-voices.ts', import.meta.url));

describe('A process that carries the voices and says nothing any more', () => {
  test('is ended, and its callers are told', async () => {
    const reports: string[] = [];
    const voices = openVoices({
      engine: 'mesh',
      report: (error) => void reports.push(String(error)),
      program: STUCK,
      betweenLooks: 20,
    });
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    voices.line({
      ticket: { engine: 'mesh', you: 'bell', iceServers: [] },
      send() {},
      here() {},
      away() {},
      lost: resolve,
    });
    await lost;
    assert.deepEqual(reports, [
      'Error: the process that carries the voices of callers says nothing any more, and is ended',
      'Error: the process that carries the voices of callers has ended (SIGKILL)',
    ]);
    await voices.close();
  });
});
