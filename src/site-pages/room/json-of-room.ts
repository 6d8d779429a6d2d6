/** What the page of a room posts as JSON: which room, and what else. */
import type { FastifyRequest } from 'fastify';
import { Refused } from '../../browser/reasons.ts';
import { RuleBroken } from '../../refusal.ts';

export interface JsonOfRoom {
  readonly sessionKey: number;
  /** The other names of the object; nobody has looked at what they are. */
  readonly posted: Readonly<Record<string, unknown>>;
}

/**
 * Another site's page cannot send JSON here.
 * @throws Refused when it is no JSON that is posted
 * @throws RuleBroken when it is no object with the key of a meeting
 */
export function jsonOfRoom(request: FastifyRequest): JsonOfRoom {
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  if (request.method !== 'POST' || !isJson) throw new Refused('InvalidDataFormat');
  let value: unknown;
  try {
    value = JSON.parse(String(request.body));
  } catch {
    throw new RuleBroken('body', 'must be JSON');
  }
  if (typeof value !== 'object' || value === null || !('MK' in value)) {
    throw new RuleBroken('MK', 'is required');
  }
  if (!Number.isSafeInteger(value.MK)) throw new RuleBroken('MK', 'must be a whole number');
  return { sessionKey: Number(value.MK), posted: { ...value } };
}
