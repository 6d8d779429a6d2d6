/**
 * Who follows a link to fetch a recording. A browser is given the file, or our page of what stands in front of it. A
 * program that says it is a browser (`Mozilla/5.0`, `DetectionBrowserStatus`) has been written for the pages of the
 * original and walks them: it is given those. Any other program, such as curl, is given the file.
 */
import type { FastifyRequest } from 'fastify';
import { cookieOf } from '../../browser/cookies.ts';

export type CallerKind = 'browser' | 'walker' | 'program';

/**
 * Browsers tell `Sec-Fetch-Dest` by HTTPS and on one's own machine. By plain HTTP elsewhere they are taken for walkers:
 * the pages walk by themselves in a browser.
 */
export function callerKind(request: FastifyRequest): CallerKind {
  const { accept = '', 'user-agent': agent = '', range, 'sec-fetch-dest': destination } = request.headers;
  if (destination !== undefined) return 'browser';
  // Of a page nobody asks a range.
  if (range !== undefined) return 'program';
  const isWalker =
    accept.toLowerCase().includes('text/html') ||
    /^"?Mozilla\//.test(agent) ||
    cookieOf(request, 'DetectionBrowserStatus') !== undefined;
  return isWalker ? 'walker' : 'program';
}
