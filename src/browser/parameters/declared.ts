/** Reads what a page declares of what it was sent, and nothing else. */
import type { FastifyRequest } from 'fastify';
import type { Asked, Declared } from './parameter.ts';
import { SentParameters, sentWith } from './sent-parameters.ts';

/** @throws Refused as the declarations say */
export function parametersOf<D extends Declared>(request: FastifyRequest, declared: D): Asked<D> {
  return readFrom(sentWith(request), declared);
}

/** Whether it stands in the address, where it is written down on the way. */
export function standsInAddress(request: FastifyRequest, name: string): boolean {
  return sentWith(request).isInQuery(name);
}

/** All that was sent, for a form that sends it again. */
export function sentFields(request: FastifyRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(sentWith(request).entries());
}

/** The same, of a query alone. */
export function queriedIn<D extends Declared>(query: string, declared: D): Asked<D> {
  return readFrom(new SentParameters('', query), declared);
}

function readFrom<D extends Declared>(sent: SentParameters, declared: D): Asked<D> {
  const read = Object.entries(declared).map(([name, parameter]) => [name, parameter.read(sent, name)]);
  return Object.fromEntries(read) as Asked<D>;
}
