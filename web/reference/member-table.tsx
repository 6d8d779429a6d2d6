/** The members of a body, from the outside in. */
import { useTexts } from '../texts/texts.ts';
import { membersOf, type OpenApiDocument, type Schema, typeWords } from './openapi-data.ts';

interface MemberTableProps {
  readonly title: string;
  readonly document: OpenApiDocument;
  readonly schema: Schema;
}

export function MemberTable({ title, document, schema }: MemberTableProps) {
  const texts = useTexts().reference;
  const members = membersOf(document, schema);
  if (members.length === 0) return null;
  return (
    <details className="reference-members">
      <summary>
        {title} <span className="soft">{members.length}</span>
      </summary>
      <ul>
        {members.map(({ way, isRequired, schema: own }) => (
          <li key={way}>
            <code>{way}</code>
            <span className="soft">
              {typeWords(own)}
              {isRequired && ` · ${texts.required}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
