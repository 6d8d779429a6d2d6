/** How an account stands, in a word. */
import type { AccountStanding } from '../../../src/console/users/users-data.ts';
import { Badge, type Tone } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';

const TONES: Readonly<Record<AccountStanding, Tone>> = {
  active: 'good',
  locked: 'bad',
  expired: 'attention',
  awaiting: 'attention',
  inactive: 'plain',
};

export function StandingBadge({ standing }: { readonly standing: AccountStanding }) {
  return <Badge tone={TONES[standing]}>{areaTexts('users').standings[standing]}</Badge>;
}
