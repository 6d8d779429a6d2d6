/** How far long work is, in a word. */
import type { JobAnswer } from '../../../src/console/users/users-data.ts';
import { Badge, type Tone } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';

const TONES: Readonly<Record<JobAnswer['state'], Tone>> = {
  RECEIVING: 'plain',
  WAITING: 'plain',
  RUNNING: 'accent',
  DONE: 'good',
  FAILED: 'bad',
  ABORTED: 'attention',
};

export function JobState({ job }: { readonly job: JobAnswer }) {
  return <Badge tone={TONES[job.state]}>{areaTexts('users').jobStates[job.state]}</Badge>;
}
