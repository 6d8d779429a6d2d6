/** Writes down who watches a recording, fetches it and registers for it. */
import type { PageCall } from '../../browser/site-page.ts';
import type { Recording } from '../../recordings/recording.ts';
import type { AccessDetails, NewAccess } from '../../recordings/recording-access.ts';
import { RateLimitReached } from '../../throttle/throttle.ts';
import type { KnownViewer } from './viewer.ts';

type Who = Pick<NewAccess, 'name' | 'email' | 'registeredAt' | 'details'>;

const NOBODY: Who = { name: '', email: '', registeredAt: null, details: {} };

/**
 * Of one that can be had. What strangers of one network do beyond their limit in a minute is not written down: nobody
 * fills the history with a link, and a class that opens one together sees it all the same.
 */
export async function countAccess(
  call: PageCall,
  recording: Recording,
  viewer: KnownViewer,
  deed: 'viewed' | 'downloaded',
): Promise<void> {
  if (recording.state !== 'READY') return;
  const { context, site } = call;
  if (!viewer.account && isBeyondLimit(call)) return;
  const who = await whoIs(call, recording, viewer);
  await context.database.write((tx) =>
    context.accessHistory.accessed(tx, site, {
      ...who,
      recordID: recording.id,
      accessedAt: context.clock.now(),
      viewed: deed === 'viewed',
      downloaded: deed === 'downloaded',
    }),
  );
}

function isBeyondLimit({ context, site, request }: PageCall): boolean {
  try {
    const address = context.callerAddress(request.raw);
    context.outsiders.count(site, 'strangers', site.settings.throttling.strangers, address);
    return false;
  } catch (error) {
    if (error instanceof RateLimitReached) return true;
    throw error;
  }
}

async function whoIs({ context, site }: PageCall, recording: Recording, viewer: KnownViewer): Promise<Who> {
  const { registration, account } = viewer;
  const registered =
    registration === undefined ? undefined : await context.accessHistory.access(site, registration);
  if (registered?.recordID === recording.id) return registered;
  if (!account) return NOBODY;
  const { firstName, lastName, email } = account;
  return { ...NOBODY, name: `${firstName} ${lastName}`.trim(), email };
}

/**
 * @returns the viewID under which it stands
 * @throws RateLimitReached
 */
export async function countRegistration(
  call: PageCall,
  recording: Recording,
  { name, email }: Pick<Who, 'name' | 'email'>,
  registration: NonNullable<AccessDetails['registration']>,
): Promise<number> {
  const { context, site, request } = call;
  // By the recording below zero, as guesses are: no session has such a number.
  context.registrations.count(site, -recording.id, email, context.callerAddress(request.raw));
  const now = context.clock.now();
  return context.database.write((tx) =>
    context.accessHistory.accessed(tx, site, {
      recordID: recording.id,
      accessedAt: now,
      name,
      email,
      registeredAt: now,
      viewed: false,
      downloaded: false,
      details: { registration },
    }),
  );
}
