/** Copies the link of a recording. */
import { useEffect, useState } from 'react';
import { toClipboard } from '../parts/to-clipboard.ts';
import { Pictogram } from '../playback/pictogram.tsx';
import { useTexts } from '../texts/texts.ts';

/** Milliseconds for which it says that it has. */
const SAID = 2500;

export function CopyButton({ url, name }: { readonly url: string; readonly name: string }) {
  const texts = useTexts().recordings;
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <>
      <button
        type="button"
        className={isCopied ? 'way is-done' : 'way'}
        title={isCopied ? texts.copied : texts.copy}
        aria-label={texts.copyName(name)}
        onClick={async () => {
          await toClipboard(url);
          setCopied(true);
        }}
      >
        <Pictogram name={isCopied ? 'check' : 'link'} />
      </button>
      <span className="unseen" role="status">
        {isCopied ? texts.copied : ''}
      </span>
    </>
  );
}
