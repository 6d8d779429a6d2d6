/** Which elements, parameters, fields and headers hold a secret, by their names. A test walks all that are declared. */
import { nearest } from '../../xml/nearest.ts';

/** In small letters, without what stands between words: whatever has one of these in its name. */
const PARTS = [
  'password',
  'passwd',
  'passwort',
  'passcode',
  'passphrase',
  'pwd',
  'ticket',
  'token',
  'secret',
  'credential',
  'accesscode',
  'moderatorcode',
  'hintanswer',
  'hostkey',
  'hostpin',
  'samlresponse',
  'assertion',
  'cookie',
  'authorization',
  'apikey',
];

/** Whole names: what lets somebody in, or proves who they are. */
const WHOLE = [
  'pw',
  'sessionid',
  'npw',
  'npw2',
  'meetingpw',
  'pin',
  'tk',
  'jt',
  'pid',
  'csrf',
  'mtid',
  'rcid',
  'rkey',
  'rgid',
  'rg',
  'regid',
  'registerid',
  'parterid',
  'partnerid',
  'samlart',
  'codeverifier',
  'webexaccesstoken',
];

/** What a query or a form has, and no element of the same name. */
const IN_ADDRESSES = ['code', 'state', 'key', 'sig', 'signature'];

/** What only speaks of secrets. A flag does too, and shows itself by its value. */
const HARMLESS = /(?:req|criteria|interval|intervalopt|expires|daysleft|lifetime|hint|label|order)$/;

/** What is written often, so that one that is misspelt is known too. */
const OFTEN_MISSPELT = [
  'password',
  'meetingPassword',
  'sessionPassword',
  'sessionTicket',
  'webExAccessToken',
  'accessToken',
  'hostKey',
];

const MOST_REMEMBERED = 5_000;

const judged = new Map<string, boolean>();

/** @param name of an element or an attribute, with a prefix or without, in any case */
export function isSecretName(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const secret = judge(name.slice(name.indexOf(':') + 1));
  // Anybody may make up names.
  if (judged.size < MOST_REMEMBERED) judged.set(name, secret);
  return secret;
}

/** @param name of a parameter of an address or of a field of a form */
export function isSecretParameter(name: string): boolean {
  return IN_ADDRESSES.includes(name.toLowerCase()) || isSecretName(name);
}

function judge(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (WHOLE.includes(plain)) return true;
  const speaksOfSecrets = PARTS.some((part) => plain.includes(part));
  if (speaksOfSecrets) return !HARMLESS.test(plain);
  return nearest(name, OFTEN_MISSPELT) !== undefined && !HARMLESS.test(plain);
}
