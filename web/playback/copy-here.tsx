/** Copies the link of a recording, to the place where one is. */
import { useEffect, useState } from 'react';
import { toClipboard } from '../parts/to-clipboard.ts';
import { useTexts } from '../texts/texts.ts';
import { Pictogram } from './pictogram.tsx';

/** Milliseconds for which it says that it has. */
const SAID = 2500;

export function CopyHere({ time }: { readonly time: number }) {
  const texts = useTexts().player;
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const seconds = Math.floor(time);
  const words = seconds > 0 ? texts.copyAt(seconds) : texts.copy;
  return (
    <button
      type="button"
      className="second with-icon"
      onClick={async () => {
        const { origin, pathname, search } = location;
        await toClipboard(`${origin}${pathname}${search}${seconds > 0 ? `#t=${seconds}` : ''}`);
        setCopied(true);
      }}
    >
      <Pictogram name={isCopied ? 'check' : 'link'} />
      <span className="copied-at" role={isCopied ? 'status' : undefined}>
        {isCopied ? texts.copied : words}
      </span>
    </button>
  );
}
