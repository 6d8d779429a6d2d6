/** Who may call what (rest-console.md, 1.11): nothing lets an administrator change the words of others. */
import type { Scopes } from '../rest-endpoint.ts';

export const READS = {
  user: ['meeting:transcripts_read', 'meeting:transcripts_write'],
  admin: 'meeting:admin_transcripts_read',
} as const satisfies Scopes;

export const CHANGES = { user: 'meeting:transcripts_write' } as const satisfies Scopes;
