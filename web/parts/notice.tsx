/** What a page has to say before anything else. */
import { useTexts } from '../texts/texts.ts';

/** The id of the complaint; the fields that it is about point to it. */
export const PROBLEM = 'problem';

/** A complaint, read out at once. */
export function Problem({
  word,
  text,
}: {
  readonly word: string | undefined;
  readonly text?: string | undefined;
}) {
  const texts = useTexts();
  if (word === undefined) return null;
  return (
    <p className="notice bad" id={PROBLEM} role="alert">
      {text ?? texts.problem(word)}
    </p>
  );
}

/** Something that went well. */
export function Status({ children }: { readonly children: string }) {
  return (
    <p className="notice good" role="status">
      {children}
    </p>
  );
}
