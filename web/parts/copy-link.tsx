/** An address that can be taken along. */
import { useId, useRef, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { useHydrated } from './use-hydrated.ts';

interface CopyLinkProps {
  readonly label: string;
  /** An address, or another value that is taken along whole. */
  readonly url: string;
  /** Of the button, where it is no link. */
  readonly copy?: string | undefined;
}

export function CopyLink({ label, url, copy: words }: CopyLinkProps) {
  const texts = useTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const isHydrated = useHydrated();

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // Without TLS there is no clipboard to write to; the older way needs the selection.
      document.execCommand('copy');
    }
    setCopied(true);
  };

  return (
    <div className="field copy-link">
      <label htmlFor={id}>{label}</label>
      <div>
        <input id={id} ref={field} type="text" readOnly value={url} />
        {isHydrated && (
          <button type="button" className="second" onClick={copy}>
            {isCopied ? texts.copied : (words ?? texts.copy)}
          </button>
        )}
      </div>
      <span className="unseen" role="status">
        {isCopied ? texts.copied : ''}
      </span>
    </div>
  );
}
