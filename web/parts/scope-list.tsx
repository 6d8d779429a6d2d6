/** What a program may do, in words. */
import { useTexts } from '../texts/texts.ts';

export function ScopeList({
  scopes,
  soft = false,
}: {
  readonly scopes: readonly string[];
  readonly soft?: boolean;
}) {
  const texts = useTexts();
  return (
    <ul className={soft ? 'scopes soft' : 'scopes'}>
      {scopes.map((scope) => (
        <li key={scope}>{texts.scope(scope)}</li>
      ))}
    </ul>
  );
}
