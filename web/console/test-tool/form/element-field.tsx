/** One element, or an attribute, as a field. What is typed stands in the message at once. */
import { useId } from 'react';
import type { ElementOutline } from '../../../../src/console/test-tool/test-tool-data.ts';
import { useTestTexts } from '../use-test-texts.ts';
import type { TextElement } from '../xml/xml-text.ts';
import type { FormContext } from './element-fields.tsx';
import { attributeOf, changeOf, changeOfAttribute, innerOf, type Place, textOf } from './form-model.ts';

interface ElementFieldProps {
  readonly context: FormContext;
  readonly outline: ElementOutline;
  readonly element: TextElement | undefined;
  readonly place: Place;
  readonly way: string;
  readonly remove: (() => void) | undefined;
  readonly number: number | undefined;
}

export function ElementField({ context, outline, element, place, way, remove, number }: ElementFieldProps) {
  const { text, change } = context;
  const value = outline.kind === 'xml' ? innerOf(text, element) : textOf(text, element);
  const write = (typed: string) => {
    const made = changeOf(text, place, outline, element, typed);
    if (made) change(made);
  };
  return <Field {...{ outline, value, write, way, remove, number }} isReadOnly={context.isReadOnly} />;
}

interface AttributeProps {
  readonly context: FormContext;
  readonly outline: ElementOutline;
  readonly element: TextElement | undefined;
  readonly way: string;
}

export function AttributeField({ context, outline, element, way }: AttributeProps) {
  const write = (typed: string) => {
    const made = changeOfAttribute(context.text, element, outline.name, typed);
    if (made) context.change(made);
  };
  return (
    <Field
      {...{ outline, write, way }}
      value={attributeOf(element, outline.name)}
      isReadOnly={context.isReadOnly || element === undefined}
      remove={undefined}
      number={undefined}
    />
  );
}

interface FieldProps {
  readonly outline: ElementOutline;
  readonly value: string;
  readonly write: (value: string) => void;
  readonly way: string;
  readonly isReadOnly: boolean;
  readonly remove: (() => void) | undefined;
  readonly number: number | undefined;
}

function Field({ outline, value, write, way, isReadOnly, remove, number }: FieldProps) {
  const texts = useTestTexts();
  const id = useId();
  const { name, min, meaning, isSecret, isAttribute } = outline;
  const limits = limitsOf(outline, texts);
  const describedBy = [meaning !== undefined && `${id}-meaning`, limits !== '' && `${id}-limits`]
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    value,
    name: way,
    required: min > 0,
    disabled: isReadOnly,
    autoComplete: 'off',
    spellCheck: false,
    ...(describedBy !== '' && { 'aria-describedby': describedBy }),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
  };
  return (
    <div className="element-field">
      <div className="line">
        <label htmlFor={id} className="element-name">
          {isAttribute ? `@${name}` : name}
          {number !== undefined && number > 1 ? ` ${number}` : ''}
        </label>
        {min > 0 && <span className="tag-small">{texts.required}</span>}
        {isSecret && <span className="tag-small">{texts.secret}</span>}
        {limits !== '' && (
          <span className="limits" id={`${id}-limits`}>
            {limits}
          </span>
        )}
      </div>
      <div className="control">
        <Control outline={outline} common={common} value={value} />
        {remove && (
          <button
            type="button"
            className="c-button c-quiet c-small"
            onClick={remove}
            aria-label={texts.remove(name)}
          >
            ×
          </button>
        )}
      </div>
      {meaning !== undefined && (
        <p className="meaning" id={`${id}-meaning`}>
          {meaning}
        </p>
      )}
    </div>
  );
}

function Control({ outline, common, value }: { outline: ElementOutline; common: object; value: string }) {
  const texts = useTestTexts();
  const { kind, values, min, maxLength = 0, sample } = outline;
  const choices = values ?? (kind === 'boolean' ? [texts.yes, texts.no] : undefined);
  if (choices) {
    // What stands in the message is shown even where no declaration knows it.
    const all = value === '' || choices.includes(value) ? choices : [...choices, value];
    return (
      <select {...common}>
        {(min === 0 || value === '') && <option value="">{texts.notSet}</option>}
        {all.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  }
  if (kind === 'xml' || maxLength > 512) return <textarea {...common} rows={kind === 'xml' ? 5 : 2} />;
  const isNumber = kind === 'whole' || kind === 'number';
  return <input {...common} type="text" inputMode={isNumber ? 'decimal' : 'text'} placeholder={sample} />;
}

function limitsOf(
  { kind, maxLength, minimum, maximum }: ElementOutline,
  texts: ReturnType<typeof useTestTexts>,
): string {
  const parts = [
    texts.kinds[kind],
    maxLength !== undefined && kind === 'text' ? texts.upTo(maxLength) : undefined,
    minimum !== undefined || maximum !== undefined ? texts.between(minimum, maximum) : undefined,
  ];
  return parts.filter(Boolean).join(', ');
}
