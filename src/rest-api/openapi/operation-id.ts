/** What an endpoint is called in the OpenAPI document: generators make the names of functions from it. */
import type { RestEndpoint } from '../rest-endpoint.ts';

/** `GET meetings/:meetingId/registrants` is `getMeetingsByMeetingIdRegistrants`. */
export function operationId({ method, path }: Pick<RestEndpoint, 'method' | 'path'>): string {
  const parts = path
    .split('/')
    .flatMap((part) => (part.startsWith(':') ? ['by', part.slice(1)] : part.split(/[^A-Za-z0-9]+/)));
  return `${method.toLowerCase()}${parts.map(capital).join('')}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
