/** A field with its label. */
import { type InputHTMLAttributes, useId, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { PROBLEM } from './notice.tsx';
import { useHydrated } from './use-hydrated.ts';

interface FieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'autoComplete' | 'defaultValue' | 'inputMode' | 'maxLength' | 'pattern' | 'placeholder'
  > {
  readonly label: string;
  readonly name: string;
  /** What is read out, where the label alone does not say what it is about. */
  readonly spoken?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly optional?: boolean;
  /** False where it may be left empty, and the hint says so. */
  readonly needed?: boolean;
  /** Stands below it. */
  readonly hint?: string;
  /** What the page complains about is, or may be, here. */
  readonly wrong?: boolean;
  /** Where people go on typing when the page is shown. */
  readonly focused?: boolean;
  /** A name of the system rather than a word: not to be corrected. */
  readonly verbatim?: boolean;
}

export function Field({
  label,
  name,
  spoken,
  type = 'text',
  optional = false,
  needed = !optional,
  hint,
  wrong = false,
  focused = false,
  verbatim = type !== 'text',
  ...others
}: FieldProps) {
  const texts = useTexts();
  const id = useId();
  const [isShown, setShown] = useState(false);
  const hasReveal = useHydrated() && type === 'password';
  return (
    <div className="field">
      <label htmlFor={id}>{optional ? `${label} (${texts.optional})` : label}</label>
      <div className={hasReveal ? 'with-reveal' : undefined}>
        <input
          id={id}
          name={name}
          type={isShown ? 'text' : type}
          required={needed}
          aria-label={spoken}
          // biome-ignore lint/a11y/noAutofocus: after a mistake people go on at the field that it is in.
          autoFocus={focused}
          aria-invalid={wrong || undefined}
          aria-describedby={
            [wrong && PROBLEM, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ') || undefined
          }
          {...(verbatim && { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false })}
          {...others}
        />
        {hasReveal && (
          <button
            type="button"
            className="reveal"
            aria-pressed={isShown}
            aria-label={texts.showPassword}
            title={isShown ? texts.hidePassword : texts.showPassword}
            onClick={() => setShown(!isShown)}
          >
            <Eye isCrossed={isShown} />
          </button>
        )}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

function Eye({ isCrossed }: { readonly isCrossed: boolean }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
      <circle cx="12" cy="12" r="3" />
      {isCrossed && <path d="M4 4l16 16" />}
    </svg>
  );
}
