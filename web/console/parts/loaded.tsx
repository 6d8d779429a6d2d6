/** What is asked of the server: shown when it is there, and why not when it is not. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem, wordsOf } from '../api-problem.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { Button } from './button.tsx';
import { EmptyState, Notice } from './small.tsx';

interface LoadedProps<T> {
  readonly call: UseQueryResult<T, Error>;
  readonly children: (answer: T) => ReactNode;
}

export function Loaded<T>({ call, children }: LoadedProps<T>) {
  const texts = areaTexts('frame');
  if (call.data !== undefined) {
    return (
      <>
        {call.isError && (
          <Notice tone="attention">
            <span>{wordsOf(call.error)}</span>
            <Button kind="quiet" isSmall onPress={() => void call.refetch()}>
              {texts.tryAgain}
            </Button>
          </Notice>
        )}
        {children(call.data)}
      </>
    );
  }
  if (call.isError) return <Problem error={call.error} again={() => void call.refetch()} />;
  return (
    <div className="c-loading" role="status">
      <span className="c-unseen">{texts.loading}</span>
    </div>
  );
}

/** In the place of a page, or of a part of it. */
function Problem({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const texts = areaTexts('frame');
  const status = error instanceof ApiProblem ? error.status : 0;
  const id = error instanceof ApiProblem ? error.id : undefined;
  return (
    <div role="alert">
      <EmptyState
        title={status === 404 ? texts.missing.title : status === 403 ? texts.forbidden.title : wordsOf(error)}
        action={status !== 404 && status !== 403 && <Button onPress={again}>{texts.tryAgain}</Button>}
      >
        {status === 404 ? <p>{wordsOf(error)}</p> : status === 403 ? <p>{texts.forbidden.body}</p> : null}
        {id && <p className="c-small-print">{texts.number(id)}</p>}
      </EmptyState>
    </div>
  );
}
