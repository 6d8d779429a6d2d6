/** Small things that say something: badges, times, lists of facts, empty places, progress. */
import type { ReactNode } from 'react';
import { SHELL } from '../shell.ts';

export type Tone = 'plain' | 'good' | 'attention' | 'bad' | 'accent';

export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`c-badge c-tone-${tone}`}>{children}</span>;
}

interface TimeTextProps {
  /** Epoch milliseconds, or what `Date` reads. */
  readonly at: number | string | undefined | null;
  /** Date and time without a word. */
  readonly as?: 'moment' | 'date' | 'time' | 'exact';
}

const FORMS = {
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  exact: { dateStyle: 'medium', timeStyle: 'medium' },
} as const;

/** In the reader's own zone. */
export function TimeText({ at, as = 'moment' }: TimeTextProps) {
  if (at === undefined || at === null) return <span className="c-soft">–</span>;
  const date = new Date(at);
  const words = new Intl.DateTimeFormat(SHELL.language, FORMS[as]).format(date);
  return (
    <time dateTime={date.toISOString()} className="c-figures">
      {words}
    </time>
  );
}

export function KeyValues({ children }: { readonly children: ReactNode }) {
  return <dl className="c-key-values">{children}</dl>;
}

export function KeyValue({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="c-empty">
      <p className="c-empty-title">{title}</p>
      {children && <div className="c-soft">{children}</div>}
      {action}
    </div>
  );
}

/** @param done from 0 to 1; nothing while nobody knows */
export function ProgressBar({ label, done }: { readonly label: string; readonly done?: number }) {
  return (
    <progress
      className="c-progress"
      aria-label={label}
      max={1}
      {...(done !== undefined && { value: done })}
    />
  );
}

/** A frame around what belongs together. */
export function Panel({
  title,
  actions,
  children,
}: {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="c-panel">
      {(title || actions) && (
        <div className="c-panel-head">
          {title && <h2>{title}</h2>}
          {actions && <div className="c-actions">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Above what it is about: something that has to be known, or that has failed. */
export function Notice({
  tone = 'accent',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <div className={`c-notice c-tone-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      {children}
    </div>
  );
}
