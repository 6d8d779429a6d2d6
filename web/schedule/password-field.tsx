/** The password of a session, as people read it out: it is no secret of whoever types it. */
import { useRef } from 'react';
import type { PasswordRules } from '../../src/browser/pages/schedule-page.ts';
import { useHydrated } from '../parts/use-hydrated.ts';
import { useTexts } from '../texts/texts.ts';
import { Around, describedBy, useField } from './fields.tsx';

const LETTERS = 'abcdefghijkmnopqrstuvwxyz';
const DIGITS = '23456789';
const SIGNS = '-+*=';

interface PasswordProps {
  readonly rules: PasswordRules;
  /** One that the site takes; without it none is suggested. */
  readonly drawn: string | undefined;
}

export function PasswordField({ rules, drawn }: PasswordProps) {
  const texts = useTexts().schedule;
  const field = useField('PW');
  const input = useRef<HTMLInputElement>(null);
  const isHydrated = useHydrated();
  const hint = texts.passwordRules(rules);
  return (
    <Around field={field} label={texts.password} hint={hint}>
      <div className="with-button">
        <input
          ref={input}
          id={field.id}
          name="PW"
          type="text"
          maxLength={16}
          required={rules.isRequired}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={field.value}
          {...describedBy(field, hint)}
        />
        {isHydrated && drawn !== undefined && (
          <button
            type="button"
            className="second"
            onClick={() => {
              if (input.current) input.current.value = passwordBy(rules);
            }}
          >
            {texts.passwordDrawn}
          </button>
        )}
      </div>
    </Around>
  );
}

/** As the server draws one (`sessions/password.ts`); the rules are judged there. */
function passwordBy({ minLength, minNumeric, minAlpha, minSpecial }: PasswordRules): string {
  const digits = Math.max(minNumeric, 3);
  const letters = Math.max(minAlpha, 5, minLength - digits - minSpecial);
  const word = drawn(LETTERS, letters);
  return word.slice(0, 1).toUpperCase() + word.slice(1) + drawn(SIGNS, minSpecial) + drawn(DIGITS, digits);
}

function drawn(alphabet: string, count: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
}
