/** What has become of a mail, in a word. */
import { Badge, type Tone } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';

export const MAIL_STATES = ['WAITING', 'SENT', 'FAILED', 'KEPT', 'RELEASED', 'CANCELLED'] as const;
export type ShownState = (typeof MAIL_STATES)[number];

const TONES: Readonly<Record<ShownState, Tone>> = {
  WAITING: 'accent',
  SENT: 'good',
  FAILED: 'bad',
  KEPT: 'attention',
  RELEASED: 'good',
  CANCELLED: 'plain',
};

export function MailStateBadge({ state }: { readonly state: ShownState }) {
  return <Badge tone={TONES[state]}>{areaTexts('outbox').states[state]}</Badge>;
}

/** Of a kind that is newer than the words the server's own name. */
export function kindWords(kind: string): string {
  const kinds: Readonly<Record<string, string>> = areaTexts('outbox').kinds;
  return kinds[kind] ?? kind;
}
