/** What a webhook is told of, and what has become of it and of its messages, in a word. */
import type { DeliveryLine, WebhookLine } from '../../../src/console/webhooks/webhook-data.ts';
import { Badge, type Tone } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';

/** Such as `Meetings: started`; a name that is newer than the words stands by itself. */
export function toldOf({ resource, event }: Pick<WebhookLine, 'resource' | 'event'>): string {
  const { resources, events } = areaTexts('webhooks');
  return `${resources[resource] ?? resource}: ${events[event] ?? event}`;
}

export function WebhookBadge({ status, silence }: Pick<WebhookLine, 'status' | 'silence'>) {
  if (silence !== null) return <Badge tone="attention">{areaTexts('webhooks').silent}</Badge>;
  return <Badge tone={status === 'active' ? 'good' : 'bad'}>{areaTexts('webhooks').states[status]}</Badge>;
}

const TONES: Readonly<Record<DeliveryLine['state'], Tone>> = {
  WAITING: 'accent',
  HELD: 'attention',
  DONE: 'good',
  FAILED: 'bad',
};

export function DeliveryBadge({ state }: Pick<DeliveryLine, 'state'>) {
  return <Badge tone={TONES[state]}>{areaTexts('webhooks').deliveryStates[state]}</Badge>;
}
