/** A number that is typed elsewhere: large, and to be copied. */
import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { toClipboard } from './to-clipboard.ts';
import { useHydrated } from './use-hydrated.ts';

interface CopyValueProps {
  readonly label: string;
  /** In groups, as people read it. */
  readonly shown: string;
  /** What is copied. */
  readonly value: string;
  /** Of the button. */
  readonly copy: string;
}

export function CopyValue({ label, shown, value, copy }: CopyValueProps) {
  const texts = useTexts();
  const [isCopied, setCopied] = useState(false);
  const isHydrated = useHydrated();
  const copyIt = async () => {
    await toClipboard(value);
    setCopied(true);
  };
  return (
    <div className="copy-value">
      <p className="value-label">{label}</p>
      <div>
        <p className="number">{shown}</p>
        {isHydrated && (
          <button type="button" className="second" onClick={copyIt} aria-label={`${copy}: ${label}`}>
            {isCopied ? texts.copied : copy}
          </button>
        )}
      </div>
      <span className="unseen" role="status">
        {isCopied ? texts.copied : ''}
      </span>
    </div>
  );
}
