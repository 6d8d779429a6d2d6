/** What carries sound and picture, and whether calls by telephone can be taken. */
import { systemClock } from '../../clock.ts';
import { liveKitProblems } from '../../media/livekit/livekit-check.ts';
import { liveKitSettings } from '../../media/livekit/livekit-settings.ts';
import { liveKitTokens } from '../../media/livekit/livekit-tokens.ts';
import { hasVoices, packageFor } from '../../phone/voices/voices.ts';
import type { Settings } from '../../settings.ts';
import { about, type Finding, messageOf } from './finding.ts';
import { askStun } from './stun.ts';

export async function mediaCheck(settings: Settings): Promise<readonly Finding[]> {
  // The key seals what is worth nothing here.
  const liveKit = liveKitSettings(settings, Buffer.alloc(32));
  const name = liveKit ? 'livekit' : 'mesh';
  return [
    ...(liveKit ? await liveKitAt(liveKit) : await meshWith(settings)),
    ...(settings.sip === '' ? [] : [telephone(name)]),
  ];
}

async function liveKitAt(liveKit: NonNullable<ReturnType<typeof liveKitSettings>>): Promise<Finding[]> {
  const media = about('media');
  const problems = await liveKitProblems(
    liveKit,
    liveKitTokens(liveKit, () => systemClock.now()),
  );
  if (problems.length > 0) return problems.map(media.wrong);
  const { length } = liveKit.nodes;
  return [media.ok(length === 1 ? 'LiveKit takes the key' : `all ${length} nodes of LiveKit take the key`)];
}

async function meshWith({ iceServers, turnSecret }: Settings): Promise<Finding[]> {
  const media = about('media');
  const urls = iceServers.split(/[\s,]+/).filter(Boolean);
  if (urls.length === 0) {
    return [
      media.look(
        'browsers send to each other without a STUN or TURN server: people behind routers may not meet. Name servers with --ice-servers',
      ),
    ];
  }
  const found = await Promise.all(urls.map(asked));
  const hasTurn = urls.some((url) => url.startsWith('turn'));
  const noSecret = hasTurn && turnSecret === '';
  return [
    ...found,
    ...(noSecret ? [media.wrong('TURN servers need --turn-secret, which they share with Parlance')] : []),
  ];
}

async function asked(url: string): Promise<Finding> {
  const media = about('media');
  if (!/^(?:stun|turn):/.test(url) || /transport=tcp/i.test(url)) {
    return media.look(`${url} is not asked: only servers that listen at UDP are`);
  }
  try {
    await askStun(url);
    return media.ok(`${url} answers`);
  } catch (error) {
    return media.wrong(
      `${url} does not answer from here (${messageOf(error)}): look at its port and the firewall`,
    );
  }
}

function telephone(name: 'livekit' | 'mesh'): Finding {
  const calls = about('telephone');
  const needed = packageFor(name);
  return hasVoices(name)
    ? calls.ok(`${needed} is there: calls can be taken`)
    : calls.wrong(`calls need the optional package ${needed}: npm install ${needed}`);
}
