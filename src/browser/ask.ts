/**
 * Whether somebody is there who can be asked, or a program that is told. It is decided here alone: who has filled in
 * a form of the site is a person, and whoever names a back URL is told there.
 */
import type { FastifyRequest } from 'fastify';

interface Caller {
  readonly request: FastifyRequest;
  /** Where a result is told. */
  readonly back?: string | undefined;
  /** A form of the site was filled in. */
  readonly isForm?: boolean;
}

/** @param forPrograms the address has a file or a stream for programs; elsewhere they are shown the page of people */
export function ask(
  { request, back, isForm = false }: Caller,
  { forPrograms = false } = {},
): 'person' | 'program' {
  if (isForm) return 'person';
  if (back !== undefined) return 'program';
  const prefersPage = (request.headers.accept ?? '').toLowerCase().includes('text/html');
  return forPrograms && !prefersPage ? 'program' : 'person';
}
