import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Downsampler } from '../../src/phone/audio/filter.ts';
import { Mixer } from '../../src/phone/audio/mixer.ts';
import { melody, openPrompts, PROMPTS } from '../../src/phone/audio/prompts.ts';
import { wavSound } from '../../src/phone/audio/wav.ts';
import { CommandReader, EntryReader } from '../../src/phone/call/keys.ts';
import { KeyReader, keyOfInfo } from '../../src/phone/rtp/digits.ts';
import { decoded, encoded } from '../../src/phone/rtp/g711.ts';
import { JitterBuffer } from '../../src/phone/rtp/jitter-buffer.ts';
import { rtpDatagram, rtpPacket } from '../../src/phone/rtp/packet.ts';
import { portRange } from '../../src/phone/rtp/ports.ts';
import { answerOf, offerOf, soundIn } from '../../src/phone/rtp/sdp.ts';
import { SoundStream } from '../../src/phone/rtp/sound-stream.ts';
import { every } from '../../src/phone/timers.ts';
import { levelOf } from './softphone.ts';
import { TestTimers } from './test-timers.ts';

/** What the sound of calls is made of: codes, packets, descriptions, tones. */

function tone(pitch: number, rate: number, seconds: number, loud = 10_000): Int16Array {
  return Int16Array.from({ length: rate * seconds }, (_, at) =>
    Math.round(loud * Math.sin((2 * Math.PI * pitch * at) / rate)),
  );
}

describe('G.711', () => {
  test('has the least and the most where the laws have them', () => {
    for (const [law, pairs] of [
      [
        'PCMU',
        [
          [0xff, 0],
          [0xfe, 8],
          [0x7e, -8],
          [0x80, 32_124],
          [0x00, -32_124],
        ],
      ],
      [
        'PCMA',
        [
          [0xd5, 8],
          [0x55, -8],
          [0xaa, 32_256],
          [0x2a, -32_256],
        ],
      ],
    ] as const) {
      for (const [octet, sample] of pairs) {
        assert.equal(decoded(law, Uint8Array.of(octet))[0], sample, `${law} ${octet}`);
        assert.equal(encoded(law, Int16Array.of(sample))[0], octet, `${law} ${sample}`);
      }
    }
  });

  test('comes back as it went, and each octet as itself', () => {
    for (const law of ['PCMU', 'PCMA'] as const) {
      const octets = Uint8Array.from({ length: 256 }, (_, octet) => octet);
      const again = encoded(law, decoded(law, octets));
      // PCMU has two zeros.
      assert.deepEqual(
        [...again].filter((octet, at) => octet !== at),
        law === 'PCMU' ? [0xff] : [],
      );
      for (const sample of [-32_768, -20_000, -300, -1, 0, 1, 77, 5_000, 32_767]) {
        const [back = 0] = decoded(law, encoded(law, Int16Array.of(sample)));
        assert.ok(Math.abs(back - sample) <= Math.max(16, Math.abs(sample) / 16), `${law} ${sample} ${back}`);
      }
    }
  });
});

describe('packets', () => {
  test('come back as they went; with more in their heads than is needed too', () => {
    const packet = {
      payloadType: 0,
      marker: true,
      sequence: 65_535,
      timestamp: 2 ** 32 - 1,
      source: 7,
      payload: Buffer.from('sound'),
    };
    assert.deepEqual(rtpPacket(rtpDatagram(packet)), packet);
    const full = Buffer.concat([
      Buffer.from([0xb1, 0x00, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 9, 9, 9, 9, 0xbe, 0xde, 0, 1, 1, 1, 1, 1]),
      Buffer.from('sound'),
      Buffer.from([0, 2]),
    ]);
    assert.equal(Buffer.from(rtpPacket(full)?.payload ?? []).toString(), 'sound');
  });

  test('that are none are none', () => {
    const short = rtpDatagram({
      payloadType: 0,
      marker: false,
      sequence: 1,
      timestamp: 1,
      source: 1,
      payload: Buffer.alloc(0),
    });
    for (const datagram of [
      Buffer.alloc(0),
      Buffer.from('RTP?'),
      Buffer.alloc(12),
      Buffer.concat([Buffer.from([0x8f]), short.subarray(1)]),
      Buffer.concat([Buffer.from([0x90]), short.subarray(1)]),
      Buffer.concat([Buffer.from([0xa0]), short.subarray(1), Buffer.from([200])]),
    ]) {
      assert.equal(rtpPacket(datagram), undefined);
    }
  });

  test('wait for each other, and those that are lost are silence', () => {
    const buffer = new JitterBuffer();
    const put = (sequence: number) => buffer.put(sequence & 0xffff, new Int16Array(160).fill(sequence));
    const take = () => buffer.take(160)[0];
    put(65_534);
    put(65_536);
    assert.equal(take(), 0);
    put(65_535);
    assert.deepEqual(
      [take(), take(), take()],
      [65_534, 65_535, 0].map((value) => (value << 16) >> 16),
    );
    // It is empty, and waits anew.
    assert.equal(take(), 0);
    for (const sequence of [65_537, 65_538, 65_540, 65_541]) put(sequence);
    put(65_533);
    assert.deepEqual([take(), take(), take(), take()], [1, 2, 0, 4]);
  });

  test('of somebody who is quicker are left out now and then, and a flood of them is bounded', () => {
    const buffer = new JitterBuffer();
    for (let sequence = 0; sequence < 10_000; sequence += 1)
      buffer.put(sequence & 0xffff, new Int16Array(160).fill(1));
    let heard = 0;
    while (buffer.take(160)[0] === 1) heard += 1;
    assert.ok(heard > 5 && heard <= 15, `${heard}`);
  });
});

describe('keys', () => {
  test('are told once, however often they are said', () => {
    const reader = new KeyReader();
    const press = (timestamp: number, event: number) =>
      reader.read(timestamp, Uint8Array.of(event, 10, 0, 0));
    assert.deepEqual(
      [press(1, 5), press(1, 5), press(2, 5), press(3, 11), press(4, 16), press(5, 10)],
      ['5', undefined, '5', '#', undefined, '*'],
    );
    assert.equal(reader.read(9, Uint8Array.of(1)), undefined);
  });

  test('by INFO, as telephones write it', () => {
    for (const [type, text, key] of [
      ['application/dtmf-relay', 'Signal=5\r\nDuration=160\r\n', '5'],
      ['application/dtmf-relay', 'signal = * \nDuration=1', '*'],
      ['application/dtmf-relay', 'Signal=11', '#'],
      ['application/dtmf', ' 7 ', '7'],
      ['application/dtmf', '77', undefined],
      ['application/dtmf', '', undefined],
      ['text/plain', '7', undefined],
    ] as const) {
      assert.equal(keyOfInfo(type, text), key, text);
    }
  });

  test('are an entry when # or * ends them, and a command in the room', () => {
    const entries = new EntryReader();
    const type = (keys: string) => [...keys].map((key) => entries.press(key)).filter(Boolean);
    assert.deepEqual(type('12A3#*'), [
      { digits: '123', end: '#' },
      { digits: '', end: '*' },
    ]);
    assert.ok((type(`${'9'.repeat(1_000)}#`)[0]?.digits.length ?? 0) <= 21);
    const commands = new CommandReader();
    const said = [...'66*6*3**6*73'].map((key) => commands.press(key)).filter(Boolean);
    assert.deepEqual(said, ['mute', 'hand', 'mute']);
  });
});

const OWN = { address: '127.0.0.1', port: 20_000, session: 1, version: 2 };
const described = (...media: string[]) =>
  ['v=0', 'o=- 1 1 IN IP4 10.0.0.1', 's=-', 'c=IN IP4 10.0.0.1', 't=0 0', ...media, ''].join('\r\n');

describe('descriptions', () => {
  test('are answered with the first of our sounds, and the digits by their own number', () => {
    const sound = soundIn(
      described(
        'm=video 4000 RTP/AVP 31',
        'm=audio 4002 RTP/AVP 96 8 0 97',
        'c=IN IP4 10.0.0.2',
        'a=rtpmap:96 opus/48000/2',
        'a=rtpmap:97 telephone-event/8000',
        'a=sendonly',
      ),
    );
    assert.ok(sound);
    assert.deepEqual(
      [sound.address, sound.port, sound.law, sound.digits, sound.sends, sound.hears],
      ['10.0.0.2', 4_002, 'PCMA', 97, true, false],
    );
    assert.deepEqual(answerOf(OWN, sound).split('\r\n').slice(5), [
      'm=video 0 RTP/AVP 31',
      'm=audio 20000 RTP/AVP 8 97',
      'a=rtpmap:8 PCMA/8000',
      'a=rtpmap:97 telephone-event/8000',
      'a=fmtp:97 0-15',
      'a=ptime:20',
      'a=recvonly',
      '',
    ]);
    assert.equal(soundIn(offerOf(OWN))?.law, 'PCMU');
  });

  test('on hold have nowhere to send to', () => {
    const sound = soundIn(
      described('m=audio 4002 RTP/AVP 0').replace('IP4 10.0.0.1\r\nt', 'IP4 0.0.0.0\r\nt'),
    );
    assert.deepEqual([sound?.sends, sound?.hears], [true, false]);
    assert.equal(soundIn(described('m=audio 4002 RTP/AVP 0', 'a=inactive'))?.sends, false);
  });

  test('that cannot be had are none', () => {
    for (const text of [
      '',
      'v=1\r\n',
      described(),
      described('m=audio 4000 RTP/AVP 18'),
      described('m=audio 4000 RTP/SAVP 0'),
      described('m=audio 0 RTP/AVP 0'),
      described('m=audio 99999 RTP/AVP 0'),
      described('m=audio 4000 RTP/AVP 0 x'),
      // A number of its own for a sound of ours, and a sound of another by our number.
      described('m=audio 4000 RTP/AVP 0', 'a=rtpmap:0 GSM/8000'),
      described('m=audio 4000 RTP/AVP 0').replaceAll('10.0.0.1', 'proxy.example.com'),
      described('m=audio 4000 RTP/AVP 0', 'a=\0'),
      described('m=audio 4000 RTP/AVP 0', `a=${'x'.repeat(9_000)}`),
    ]) {
      assert.equal(soundIn(text), undefined, text.slice(0, 200));
    }
  });

  test('ports are a range or none', () => {
    assert.deepEqual(portRange('20000-20199'), { from: 20_000, to: 20_199 });
    for (const text of ['', '20000', '20199-20000', '20000-99999', 'a-b'])
      assert.equal(portRange(text), undefined);
  });
});

describe('the stream of a call', () => {
  function streamOf(mayReach: (address: string) => boolean) {
    const timers = new TestTimers();
    const sent: { to: string; type: number }[] = [];
    const keys: string[] = [];
    const sound = soundIn(described('m=audio 4000 RTP/AVP 0 101', 'a=rtpmap:101 telephone-event/8000'));
    assert.ok(sound);
    const stream = new SoundStream(sound, {
      send: (datagram, { address, port }) =>
        void sent.push({ to: `${address}:${port}`, type: rtpPacket(datagram)?.payloadType ?? -1 }),
      mayReach,
      now: timers.now.bind(timers),
      pressed: (key) => void keys.push(key),
      source: 1,
      sequence: 65_535,
      timestamp: 2 ** 32 - 1,
    });
    return { stream, sent, keys, timers, sound };
  }
  const digit = rtpDatagram({
    payloadType: 101,
    marker: true,
    sequence: 1,
    timestamp: 5,
    source: 2,
    payload: Uint8Array.of(1, 10, 0, 0),
  });

  test('goes where the first packet came from, and listens to nobody else', () => {
    const { stream, sent, keys } = streamOf((address) => address !== '192.0.2.9');
    stream.say(new Int16Array(160));
    stream.take(digit, { address: '192.0.2.9', port: 1 });
    assert.deepEqual(keys, []);
    stream.take(Buffer.from('no packet'), { address: '10.0.0.3', port: 1 });
    stream.take(digit, { address: '10.0.0.1', port: 4_444 });
    stream.take(rtpDatagram({ ...(rtpPacket(digit) ?? assert.fail()), timestamp: 9 }), {
      address: '10.0.0.1',
      port: 5,
    });
    stream.say(new Int16Array(160));
    assert.deepEqual(keys, ['1']);
    assert.deepEqual(sent, [
      { to: '10.0.0.1:4000', type: 0 },
      { to: '10.0.0.1:4444', type: 0 },
    ]);
  });

  test('on hold says nothing, and knows for how long it has heard nothing', () => {
    const { stream, sent, timers, sound } = streamOf(() => true);
    stream.change({ ...sound, hears: false });
    stream.say(new Int16Array(160));
    assert.deepEqual([sent.length, stream.isHeld], [0, true]);
    timers.advance(5_000);
    assert.equal(stream.quietFor, 5_000);
  });

  test('has its turn as often as time has passed', () => {
    const timers = new TestTimers();
    let turns = 0;
    const stop = every(timers, 20, () => {
      turns += 1;
    });
    timers.advance(1_000);
    assert.equal(turns, 50);
    stop();
    timers.advance(1_000);
    assert.equal(turns, 50);
  });
});

describe('tones', () => {
  test('that 8000 samples cannot tell are taken out, the others are left', () => {
    for (const rate of [16_000, 44_100, 48_000]) {
      const down = new Downsampler(rate);
      const through = (pitch: number) => down.put(tone(pitch, rate, 0.5)).subarray(-2_400);
      assert.ok(levelOf(through(1_000), 1_000) > 9_500, `${rate}`);
      assert.ok(levelOf(through(3_000), 3_000) > 9_000, `${rate}`);
      // 6500 Hz would be heard as 1500.
      assert.ok(levelOf(through(6_500), 1_500) < 30, `${rate}`);
    }
    const pieces = new Downsampler(48_000);
    const whole = tone(500, 48_000, 0.2);
    let count = 0;
    for (let at = 0; at < whole.length; at += 480) count += pieces.put(whole.subarray(at, at + 480)).length;
    assert.equal(count, 1_600);
  });

  test('of several voices are heard together, and not louder than the loudest', () => {
    const mixer = new Mixer();
    mixer.put('a', tone(500, 8_000, 0.1, 30_000));
    mixer.put('b', tone(500, 8_000, 0.1, 30_000));
    const mixed = mixer.take(160);
    assert.equal(Math.max(...mixed), 32_767);
    mixer.remove('a');
    mixer.remove('b');
    assert.deepEqual(mixer.take(160), new Int16Array(160));
    // Whoever sends without end takes no memory without end.
    for (let n = 0; n < 1_000; n += 1) mixer.put('c', new Int16Array(160));
    assert.equal(mixer.take(160).length, 160);
  });

  test('are what callers hear, unless there are recordings', async () => {
    for (const prompt of PROMPTS) assert.ok(melody(prompt).length > 0, prompt);
    const folder = await mkdtemp(join(tmpdir(), 'parlance-prompts-'));
    try {
      await writeFile(join(folder, 'number.wav'), wav(tone(600, 16_000, 0.1), 16_000));
      const prompts = await openPrompts(folder);
      assert.equal(prompts.number.length, 800);
      assert.deepEqual(prompts.wrong, melody('wrong'));
      await writeFile(join(folder, 'wrong.wav'), 'no recording');
      await assert.rejects(openPrompts(folder), /wrong\.wav must be a WAV file/);
    } finally {
      await rm(folder, { recursive: true });
    }
    assert.equal(wavSound(wav(tone(600, 8_000, 0.1), 11_025)), undefined);
    assert.equal(wavSound(Buffer.from('RIFF')), undefined);
  });
});

function wav(samples: Int16Array, rate: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}
