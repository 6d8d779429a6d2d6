/** Every setting in one table: its name, flag, variable, default and meaning. The manual's page is made from it. */
import { resolve } from 'node:path';
import { isAddress } from './text-rules.ts';

export interface InstallationSetting {
  readonly name: string;
  readonly flag: string;
  readonly variable: string;
  readonly kind: 'text' | 'number' | 'switch';
  readonly default: string | number | boolean;
  readonly meaning: string;
  /** The words that are allowed. */
  readonly words?: readonly string[];
  /** The largest number, where it is another than that of a port. */
  readonly max?: number;
}

/** How a setting is given. */
type Spelling = Pick<InstallationSetting, 'flag' | 'variable'>;

function spellingOf(name: string): Spelling {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { flag: `--${words}`, variable: `PARLANCE_${words.replaceAll('-', '_').toUpperCase()}` };
}

function setting<const S extends Omit<InstallationSetting, 'flag' | 'variable'>>(declared: S) {
  return { ...declared, ...spellingOf(declared.name) };
}

export const SETTINGS = [
  setting({
    name: 'port',
    kind: 'number',
    default: 8080,
    meaning: 'The port to listen on; 0 picks a free one.',
  }),
  setting({
    name: 'host',
    kind: 'text',
    default: '127.0.0.1',
    meaning: 'The address to listen on. The demo listens on loopback only.',
  }),
  setting({
    name: 'data',
    kind: 'text',
    default: './data',
    meaning: 'The folder for the database and the secret.',
  }),
  setting({
    name: 'database',
    kind: 'text',
    default: '',
    meaning: '`postgres://…` for PostgreSQL; without it SQLite in the data folder.',
  }),
  setting({
    name: 'recordings',
    kind: 'text',
    default: '',
    meaning:
      "Where recordings are kept: a folder, or a bucket of an S3-compatible server, as `s3://bucket/prefix?region=eu-central-1`, for another than Amazon's with `&endpoint=https://s3.example.com` (`&pathStyle=false` where each bucket has a host of its own). The credentials are the usual `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`. Without it the folder `recordings` of the data folder. Several processes on one database share it.",
  }),
  setting({
    name: 'publicUrl',
    kind: 'text',
    default: '',
    meaning:
      'Where people reach the installation, such as `https://meet.example.com`; without it the address it listens on.',
  }),
  setting({
    name: 'secret',
    kind: 'text',
    default: '',
    meaning:
      'The key that unused login tickets are made from, at least 32 characters; several processes on one database share it. Without it a key is kept in the data folder.',
  }),
  setting({
    name: 'gsbStatus',
    kind: 'text',
    words: ['PRIMARY', 'BACKUP'],
    default: 'PRIMARY',
    meaning:
      'What `gsbStatus` says. BACKUP while the installation runs on its backup system; a site can say so for itself, while it runs: `parlance site set NAME gsbStatus BACKUP`.',
  }),
  setting({
    name: 'lenientHttp',
    kind: 'switch',
    default: false,
    meaning:
      'Takes HTTP/1.0 requests with bare line feeds, which one old client sends. Behind a proxy that reads such requests otherwise this lets an attacker smuggle requests past it: leave it off there.',
  }),
  setting({
    name: 'trustedProxies',
    kind: 'text',
    default: '',
    meaning:
      'The proxies in front, as addresses and networks with commas (`10.0.0.0/8, ::1`): what they say in X-Forwarded-For is where a caller comes from. Without it callers behind a proxy count as one, when guesses at the passwords of sessions and calls of people who are not signed in are limited by where they come from.',
  }),
  setting({
    name: 'webhookNetworks',
    kind: 'text',
    default: '',
    meaning:
      'Addresses and networks inside of the installation’s own network that webhooks may be sent to, with commas (`10.1.0.0/16, ::1`); only there by `http://` too. Without it webhooks reach public addresses alone, by `https://`: whoever makes one must not reach by it what the server reaches.',
  }),
  setting({
    name: 'smtpUrl',
    kind: 'text',
    default: '',
    meaning:
      'The server that mail is sent through: `smtp://user:password@host:587` (add `?requireTLS=true` to insist on TLS), or `smtps://…` where TLS comes first. Without it mail is kept in the outbox, to be read.',
  }),
  setting({
    name: 'mailFrom',
    kind: 'text',
    default: '',
    meaning:
      'The address that mail comes from, with the name of the host beside it; without it `messenger@` and the host of the public address.',
  }),
  setting({
    name: 'smsGateway',
    kind: 'text',
    default: '',
    meaning:
      'Where text messages are handed over: an address of the web that takes `{"to": "+49…", "text": "…"}` as JSON by POST, with a name and a password in it where it asks for them (`https://name:password@sms.example.com/send`). Without it owners of personal rooms are told by mail alone.',
  }),
  setting({
    name: 'iceServers',
    kind: 'text',
    default: '',
    meaning:
      'The servers by which browsers find a way to each other where they are not on one network, with commas: `stun:stun.example.com, turn:turn.example.com`. Without any, people meet who can reach each other directly.',
  }),
  setting({
    name: 'turnSecret',
    kind: 'text',
    default: '',
    meaning:
      'The secret that Parlance shares with the TURN servers (coturn: `static-auth-secret`): browsers get a name and a password that last twelve hours.',
  }),
  setting({
    name: 'picturesAtOnce',
    kind: 'number',
    default: 4,
    meaning:
      'How many people of a meeting may show their picture at once, where browsers send it to each other; those who come later are heard.',
  }),
  setting({
    name: 'media',
    kind: 'text',
    default: '',
    meaning:
      '`livekit+https://…` for LiveKit, with commas for several nodes of one cluster (`livekit+http://…` in a network of your own); without it browsers send sound and picture to each other.',
  }),
  setting({
    name: 'livekitKey',
    kind: 'text',
    default: '',
    meaning: 'The name of the key that Parlance has in the configuration of LiveKit.',
  }),
  setting({
    name: 'livekitSecret',
    kind: 'text',
    default: '',
    meaning: 'The secret of that key, at least 32 characters.',
  }),
  setting({
    name: 'ffmpeg',
    kind: 'text',
    default: '',
    meaning:
      'The ffmpeg that makes recordings into MP4 with a still picture; without it the one that is found on this machine. `none`: recordings stay what browsers record (WebM).',
  }),
  setting({
    name: 'transcriber',
    kind: 'text',
    default: '',
    meaning:
      'A program that writes down what is said in recordings: it is given the path of a WAV file (one channel, 16 bits, 16000 samples a second) and writes WebVTT to its standard output. It needs ffmpeg beside it. Without it hosts bring captions themselves. See [Transcripts](../recordings.md#transcripts).',
  }),
  setting({
    name: 'sip',
    kind: 'text',
    default: '',
    meaning:
      'Where calls by telephone are taken, by SIP over UDP from a proxy on the local network: a port of this machine (`5060`), or an address with a port (`10.0.0.5:5060`). Without it nobody calls. It needs the optional package `@roamhq/wrtc`, or `@livekit/rtc-node` where LiveKit carries the sound. See [By telephone](../telephone.md).',
  }),
  setting({
    name: 'sipProxies',
    kind: 'text',
    default: '',
    meaning:
      'The proxies that may call, and the relays that their sound comes by, as addresses and networks with commas; without it this machine alone. Whatever else arrives is passed over.',
  }),
  setting({
    name: 'sipRtpPorts',
    kind: 'text',
    default: '20000-20199',
    meaning:
      'The UDP ports that the sound of calls comes in by, at the address of `sip`: every second one is used.',
  }),
  setting({
    name: 'sipCalls',
    kind: 'number',
    default: 50,
    meaning: 'How many calls there may be at once; whoever calls then finds it busy.',
  }),
  setting({
    name: 'sipPrompts',
    kind: 'text',
    default: '',
    meaning:
      'A folder with recordings in place of the melodies that callers hear: `number.wav`, `password.wav` … (16 bits, mono, 8000, 16000 or 48000 samples a second).',
  }),
  setting({
    name: 'metricsPort',
    kind: 'number',
    default: 0,
    meaning: 'The port at which Prometheus finds `/metrics`; 0 serves none. Keep it from the public.',
  }),
  setting({
    name: 'metricsHost',
    kind: 'text',
    default: '127.0.0.1',
    meaning: 'The address that the port of the metrics listens on.',
  }),
  setting({
    name: 'logEntries',
    kind: 'number',
    max: 100_000_000,
    default: 500_000,
    meaning:
      'How many entries the request log keeps, of the whole installation: the console shows them. With SQLite they lie in `log.db` of the data folder, about 400 bytes each. 0 keeps none.',
  }),
  setting({
    name: 'logDays',
    kind: 'number',
    max: 36_500,
    default: 30,
    meaning: 'How many days the request log keeps an entry.',
  }),
  setting({
    name: 'logBodies',
    kind: 'number',
    max: 100_000,
    default: 200,
    meaning:
      'Megabytes that the bodies of requests and answers may take in the request log; sites keep them by their setting `requestLog.bodies`.',
  }),
  setting({
    name: 'logLevel',
    kind: 'text',
    words: ['silent', 'error', 'warn', 'info', 'debug'],
    default: 'info',
    meaning: 'What is logged: `info` has failed requests and what was tolerated, `debug` every request.',
  }),
] as const satisfies readonly InstallationSetting[];

type Declared = (typeof SETTINGS)[number];
type ValueOfKind<K> = K extends 'number' ? number : K extends 'switch' ? boolean : string;

export type Settings = { readonly [S in Declared as S['name']]: ValueOfKind<S['kind']> };

/** A setting whose value cannot be used. */
export class SettingRefused extends Error {
  constructor(name: keyof Settings, why: string) {
    const { flag, variable } = spellingOf(name);
    super(`${flag} (${variable}) ${why}`);
    this.name = 'SettingRefused';
  }
}

/**
 * Flags come before variables, variables before defaults.
 * @throws SettingRefused when a setting is unknown or its value cannot be read
 */
export function readSettings(
  flags: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, string | undefined>>,
): Settings {
  const entries = SETTINGS.map((declared: InstallationSetting & Pick<Declared, 'name'>) => {
    // A variable that is set to nothing is how scripts and Compose files leave one out.
    const given = flags[declared.name] ?? (variables[declared.variable] || undefined);
    return [declared.name, given === undefined ? declared.default : parsed(declared, given)] as const;
  });
  const settings = Object.fromEntries(entries) as Settings;
  return { ...settings, data: resolve(settings.data), publicUrl: addressOf(settings.publicUrl) };
}

/** The defaults, for tests and for what is not given. */
export function defaultSettings(settings: Partial<Settings> = {}): Settings {
  return { ...readSettings({}, {}), ...settings };
}

function parsed(
  declared: InstallationSetting & Pick<Declared, 'name'>,
  value: unknown,
): string | number | boolean {
  const text = String(value).trim();
  if (declared.kind === 'switch') {
    if (/^(true|1|yes|on)$/i.test(text)) return true;
    if (/^(false|0|no|off)$/i.test(text)) return false;
    throw new SettingRefused(declared.name, 'must be true or false');
  }
  if (declared.kind === 'number') {
    const { max = 65_535 } = declared;
    if (!/^\d{1,9}$/.test(text) || Number(text) > max)
      throw new SettingRefused(declared.name, `must be from 0 to ${max}`);
    return Number(text);
  }
  if (declared.words && !declared.words.includes(text)) {
    throw new SettingRefused(declared.name, `must be one of ${declared.words.join(', ')}`);
  }
  if (declared.name === 'publicUrl' && text !== '' && !isOrigin(text)) {
    throw new SettingRefused(declared.name, 'must be an http or https address without query');
  }
  if (declared.name === 'smsGateway' && text !== '' && !isHttpUrl(text)) {
    throw new SettingRefused(declared.name, 'must be an http or https address');
  }
  if (declared.name === 'smtpUrl' && text !== '' && !isSmtpUrl(text)) {
    throw new SettingRefused(declared.name, 'must be smtp://host:port or smtps://host:port');
  }
  if (
    /^(?:trustedProxies|sipProxies|webhookNetworks)$/.test(declared.name) &&
    !text.split(/[\s,]+/).every(isNetwork)
  ) {
    throw new SettingRefused(
      declared.name,
      'must be addresses such as 10.0.0.1 or networks such as 10.0.0.0/8',
    );
  }
  if (declared.name === 'mailFrom' && text !== '' && !isAddress(text)) {
    throw new SettingRefused(declared.name, 'must be an e-mail address, without a name');
  }
  if (declared.name === 'secret' && text !== '' && text.length < 32) {
    throw new SettingRefused(declared.name, 'must have at least 32 characters');
  }
  return text;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && !/[?#]/.test(text) && url.username + url.password === '';
}

/** In one spelling, without a slash at its end. */
function addressOf(publicUrl: string): string {
  return publicUrl === '' ? '' : new URL(publicUrl).href.replace(/\/+$/, '');
}

/** Where a server with these settings is reached on this machine, without a slash at the end. */
export function ownUrl({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}

/** Whether it is an IP address, alone or with the bits of its network; or nothing. */
function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (text === '') return true;
  if (address.includes(':')) {
    return /^[0-9a-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]`) && Number(bits ?? 0) <= 128;
  }
  const numbers = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1);
  return (
    numbers?.every((number) => String(Number(number)) === number && Number(number) < 256) === true &&
    Number(bits ?? 0) <= 32
  );
}
