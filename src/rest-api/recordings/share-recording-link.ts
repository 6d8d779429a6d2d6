/** POST /recordings/accessList: shares the recording that a link leads to. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { AccessDenied } from '../../refusal.ts';
import { complex, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { ACCESS_LIST, changeAccessList } from './change-access-list.ts';

export const shareRecordingLink = endpoint({
  method: 'POST',
  path: 'recordings/accessList',
  tag: 'Recordings',
  summary: 'Shares the recording that a link leads to, and takes it from others again.',
  description: 'The link is a `playbackUrl` or a `downloadUrl`.',
  scopes: { user: 'meeting:recordings_write', admin: 'meeting:admin_recordings_write' },
  body: complex(rest, 'RecordingLinkAccessList', { webShareLink: text({ max: 2_000 }), ...ACCESS_LIST }),
  refuses: [AccessDenied, RecordingNotFound],
  throttled: 'meetingWrites',
  sample: {
    body: {
      webShareLink: 'https://meet.example.com/acme/ldr.php?RCID=69201a61d1d94a84aca18817261d1a73',
      addEmails: ['guest@acme.com'],
    },
  },
  async run(call, { body }) {
    const { webShareLink, ...change } = body;
    await changeAccessList(call, await recordingAt(call, webShareLink), change);
  },
});

const TOKEN = /[?&]RCID=([0-9a-f]{32})(?:[&#]|$)/i;

/** @throws RecordingNotFound */
async function recordingAt({ app, site }: RestCall, link: string): Promise<number> {
  const token = TOKEN.exec(link)?.[1];
  const found =
    token &&
    ((await app.recordings.byToken(site, 'stream', token)) ??
      (await app.recordings.byToken(site, 'download', token)));
  if (!found) throw new RecordingNotFound('by that link');
  return found.id;
}
