/** XML to read or to write. Until the editor has come, or where it does not, it is a plain field. */
import type { ElementSpec } from '@codemirror/lang-xml';
import { lazy, Suspense } from 'react';

export interface XmlEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly readOnly?: boolean;
  /** Words for those who hear it: how it is used. */
  readonly describedBy?: string;
  /** Elements that are offered while somebody types. */
  readonly elements?: readonly ElementSpec[];
}

const CodeMirror = lazy(async () => ({ default: (await import('./code-mirror.tsx')).CodeMirror }));

export function XmlEditor(props: XmlEditorProps) {
  return (
    <Suspense fallback={<PlainXml {...props} />}>
      <CodeMirror {...props} />
    </Suspense>
  );
}

function PlainXml({ label, value, onChange, readOnly = false }: XmlEditorProps) {
  return (
    <textarea
      className="xml-editor plain"
      aria-label={label}
      value={value}
      readOnly={readOnly || !onChange}
      onChange={({ target }) => onChange?.(target.value)}
      spellCheck={false}
      rows={16}
    />
  );
}
