/** The verdict of each row of a file: the refused ones first, since they are what has to be mended. */
import { useState } from 'react';
import type { JobAnswer, JobRowAnswer, JobRowsAnswer } from '../../../src/console/users/users-data.ts';
import { Button } from '../parts/button.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Badge, EmptyState, Panel, type Tone } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';

const TONES: Readonly<Record<JobRowAnswer['verdict'], Tone>> = {
  created: 'good',
  changed: 'accent',
  same: 'plain',
  refused: 'bad',
};

export function JobRows({ job }: { readonly job: JobAnswer }) {
  const texts = areaTexts('users');
  const hasRefused = job.refusedPieces > 0;
  const [asked, setAsked] = useState<'all' | 'refused'>();
  const [piece, setPiece] = useState(0);
  const of = asked ?? (hasRefused ? 'refused' : 'all');
  const call = useCall<JobRowsAnswer>(`jobs/${encodeURIComponent(job.job)}/rows`, {
    query: { of, piece },
    ...(job.endedAt === null && { every: 2_000 }),
  });
  const show = (which: 'all' | 'refused') => {
    setAsked(which);
    setPiece(0);
  };
  return (
    <Panel
      title={texts.job.rows}
      actions={
        <fieldset className="user-choice">
          <legend className="c-unseen">{texts.job.rows}</legend>
          {(['refused', 'all'] as const).map((which) => (
            <label key={which}>
              <input
                type="radio"
                name="of"
                checked={of === which}
                disabled={which === 'refused' && !hasRefused}
                onChange={() => show(which)}
              />
              {texts.job.of[which]}
            </label>
          ))}
        </fieldset>
      }
    >
      <Loaded call={call}>
        {({ rows, next }) => (
          <>
            <DataTable
              label={texts.job.rows}
              columns={columns(job.isDryRun)}
              rows={rows}
              idOf={({ line }) => String(line)}
              isBusy={call.isPlaceholderData}
              empty={<EmptyState title={texts.job.noRows} />}
            />
            {(next !== null || piece > 0) && (
              <div className="c-actions user-pages">
                <Button isSmall isDisabled={piece === 0} onPress={() => setPiece(piece - 1)}>
                  {areaTexts('frame').table.previous}
                </Button>
                <Button isSmall isDisabled={next === null} onPress={() => next !== null && setPiece(next)}>
                  {areaTexts('frame').table.next}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function columns(isDryRun: boolean): readonly Column<JobRowAnswer>[] {
  const texts = areaTexts('users');
  const words = isDryRun ? texts.verdictsTried : texts.verdicts;
  return [
    { id: 'line', name: texts.job.line, isName: true, cell: ({ line }) => line },
    {
      id: 'who',
      name: texts.columns.name,
      cell: ({ name, webExID }) => (
        <span className="user-of-row">
          <bdi>{name || '–'}</bdi>
          <span className="c-soft">
            <bdi>{webExID}</bdi>
          </span>
        </span>
      ),
    },
    {
      id: 'verdict',
      name: texts.job.verdict,
      cell: ({ verdict }) => <Badge tone={TONES[verdict]}>{words[verdict]}</Badge>,
    },
    { id: 'comment', name: texts.job.comment, cell: ({ comment }) => <bdi>{comment}</bdi> },
  ];
}
