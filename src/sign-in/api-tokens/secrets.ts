/** Random credentials of the REST interface. What leaked is known by its beginning, and what begins otherwise is none. */
import type { Random } from '../../random.ts';

const BEGINNINGS = {
  access: 'plat_',
  refresh: 'plrt_',
  code: 'plac_',
  client: 'plcs_',
} as const;

export type SecretKind = keyof typeof BEGINNINGS;

/** 256 bits. */
const BYTES = 32;

/** Letters of what `newSecret` makes: base64url behind the beginning. */
const LENGTH = 5 + Math.ceil((BYTES * 8) / 6);

export function newSecret(random: Random, kind: SecretKind): string {
  return BEGINNINGS[kind] + random.bytes(BYTES).toString('base64url');
}

/** Whether it looks like one: the database is not asked about anything else. */
export function isSecret(text: string, kind: SecretKind): boolean {
  return text.length === LENGTH && text.startsWith(BEGINNINGS[kind]);
}
