/** Edits what a setting holds as lists and records: a table for a list, a row of fields for a record. */
import type { SettingShape } from '../../../src/sites/settings/setting.ts';
import { Button } from '../parts/button.tsx';
import { areaTexts } from '../texts/console-texts.ts';

interface EditorProps {
  readonly shape: SettingShape;
  readonly value: unknown;
  readonly label: string;
  readonly onChange: (value: unknown) => void;
}

export function ShapeEditor({ shape, value, label, onChange }: EditorProps) {
  if (shape === 'text' || shape === 'number') {
    return (
      <input
        aria-label={label}
        autoComplete="off"
        inputMode={shape === 'number' ? 'numeric' : undefined}
        value={value === undefined ? '' : String(value)}
        onChange={({ target }) => onChange(typed(shape, target.value))}
      />
    );
  }
  if (shape === 'switch') {
    return (
      <input
        type="checkbox"
        aria-label={label}
        checked={value === true}
        onChange={({ target }) => onChange(target.checked)}
      />
    );
  }
  if (shape === 'anything') return null;
  if ('oneOf' in shape) {
    return (
      <select
        aria-label={label}
        value={value === undefined ? '' : String(value)}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      >
        <option value="">–</option>
        {shape.oneOf.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    );
  }
  if ('fields' in shape) return <RecordEditor fields={shape.fields} value={value} onChange={onChange} />;
  return <ListEditor of={shape[0]} value={value} label={label} onChange={onChange} />;
}

type Fields = Readonly<Record<string, SettingShape>>;

function RecordEditor({
  fields,
  value,
  onChange,
}: {
  readonly fields: Fields;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const record = recordOf(value);
  return (
    <div className="c-record">
      {Object.entries(fields).map(([declared, shape]) => {
        const name = declared.replace('?', '');
        return (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is in it, and has a name of its own.
          <label key={name}>
            <span>{inWords(name)}</span>
            <ShapeEditor
              shape={shape}
              value={record[name]}
              label={inWords(name)}
              onChange={(next) => onChange(withMember(record, declared, next))}
            />
          </label>
        );
      })}
    </div>
  );
}

function ListEditor({
  of,
  value,
  label,
  onChange,
}: {
  readonly of: SettingShape;
  readonly value: unknown;
  readonly label: string;
  readonly onChange: (value: unknown) => void;
}) {
  const texts = areaTexts('site');
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const fields: Fields = typeof of === 'object' && 'fields' in of ? of.fields : { '': of };
  const isRecord = !('' in fields);
  const replace = (at: number, next: unknown) =>
    onChange(rows.map((row, place) => (place === at ? next : row)));
  return (
    <>
      {rows.length > 0 && (
        <div className="c-list-editor">
          <table>
            <thead>
              <tr>
                {Object.keys(fields).map((name) => (
                  <th key={name} scope="col">
                    {inWords(name.replace('?', '')) || label}
                  </th>
                ))}
                <th scope="col">
                  <span className="c-unseen">{texts.removeRow}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own.
                <tr key={at}>
                  {Object.entries(fields).map(([declared, shape]) => {
                    const name = declared.replace('?', '');
                    const words = `${inWords(name) || label}, ${at + 1}`;
                    return (
                      <td key={declared}>
                        <ShapeEditor
                          shape={shape}
                          value={isRecord ? recordOf(row)[name] : row}
                          label={words}
                          onChange={(next) =>
                            replace(at, isRecord ? withMember(recordOf(row), declared, next) : next)
                          }
                        />
                      </td>
                    );
                  })}
                  <td>
                    <Button
                      kind="quiet"
                      isSmall
                      label={`${texts.removeRow}, ${at + 1}`}
                      onPress={() => onChange(rows.filter((_row, place) => place !== at))}
                    >
                      {texts.removeRow}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <Button isSmall icon="plus" onPress={() => onChange([...rows, emptyOf(of)])}>
          {texts.addRow}
        </Button>
      </p>
    </>
  );
}

function emptyOf(shape: SettingShape): unknown {
  if (shape === 'text') return '';
  if (shape === 'number') return 0;
  if (shape === 'switch') return false;
  if (shape === 'anything') return {};
  if ('oneOf' in shape) return shape.oneOf[0] ?? '';
  if (!('fields' in shape)) return [];
  const needed = Object.entries(shape.fields).filter(([name]) => !name.endsWith('?'));
  return Object.fromEntries(needed.map(([name, own]) => [name, emptyOf(own)]));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** A member that may be absent goes when nothing is left of it. */
function withMember(record: Readonly<Record<string, unknown>>, declared: string, next: unknown): unknown {
  const name = declared.replace('?', '');
  const { [name]: _before, ...others } = record;
  const isGone = declared.endsWith('?') && (next === '' || next === undefined || next === false);
  return isGone ? others : { ...others, [name]: next ?? '' };
}

function typed(shape: 'text' | 'number', text: string): string | number {
  return shape === 'number' && /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function inWords(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
