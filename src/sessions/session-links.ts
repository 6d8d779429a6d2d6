/** The links of a session, for whom they are: what each of them shows is its holder's to see. */
import type { SessionLink } from '../links.ts';
import { panelistTokenOf, publicTokenOf } from './numbers.ts';
import type { Session } from './session.ts';

type Linked = Pick<Session, 'service' | 'hostToken' | 'attendeeToken'>;

export function linkForHost({ service, hostToken }: Linked): SessionLink {
  return { service, token: hostToken };
}

export function linkForAttendees({ service, attendeeToken }: Linked): SessionLink {
  return { service, token: attendeeToken };
}

/** It leads to the page of the panel. */
export function linkForPanelists({ service, attendeeToken }: Linked): SessionLink {
  return { service, token: panelistTokenOf(attendeeToken) };
}

/** It tells no password and no agenda. */
export function linkForStrangers({ service, attendeeToken }: Linked): SessionLink {
  return { service, token: publicTokenOf(attendeeToken) };
}
