/**
 * A field for each member of a body, from its declared schema. The JSON beside it is the only truth: each field shows
 * what stands there, and writes it anew.
 */
import { useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import {
  emptyEntry,
  isObject,
  type Json,
  shapeOf,
  shownValue,
  withMember,
  writtenValue,
} from './body-value.ts';
import { type OpenApiDocument, type Schema, typeWords } from './openapi-data.ts';
import { SimpleInput } from './simple-input.tsx';

interface PartProps {
  readonly document: OpenApiDocument;
  readonly schema: Schema;
  readonly value: Json | undefined;
  readonly change: (value: Json | undefined) => void;
}

/** @param schema of an object */
export function BodyForm({ document, schema, value, change }: PartProps) {
  const texts = useTexts().reference;
  return (
    <fieldset className="reference-form">
      <legend>{texts.bodyFields}</legend>
      <Members document={document} schema={schema} value={value} change={change} />
    </fieldset>
  );
}

/** The members of an object, those that are required first. */
function Members({ document, schema, value, change }: PartProps) {
  const shape = shapeOf(document, schema);
  if (shape.is !== 'object') return null;
  const { properties = {}, required = [] } = shape.schema;
  const names = Object.keys(properties);
  const inOrder = [
    ...names.filter((name) => required.includes(name)),
    ...names.filter((name) => !required.includes(name)),
  ];
  const object = isObject(value) ? value : undefined;
  return inOrder.map((name) => (
    <Member
      key={name}
      name={name}
      document={document}
      schema={properties[name] ?? {}}
      isRequired={required.includes(name)}
      value={object?.[name]}
      change={(changed) => change(withMember(value, name, changed))}
    />
  ));
}

interface MemberProps extends PartProps {
  readonly name: string;
  readonly isRequired: boolean;
}

function Member({ name, document, schema, isRequired, value, change }: MemberProps) {
  const texts = useTexts().reference;
  const id = useId();
  const shape = shapeOf(document, schema);
  if (shape.is === 'list') {
    return (
      <Entries
        name={name}
        document={document}
        schema={shape.of}
        isRequired={isRequired}
        value={value}
        change={change}
      />
    );
  }
  if (shape.is === 'object') {
    return (
      <Folded name={name} isSaid={value !== undefined}>
        <Members
          document={document}
          schema={shape.schema}
          value={value}
          change={(changed) => {
            const isEmpty = isObject(changed) && Object.keys(changed).length === 0;
            change(isEmpty && !isRequired ? undefined : changed);
          }}
        />
      </Folded>
    );
  }
  if (shape.is === 'any') {
    return (
      <p className="field reference-json-alone">
        <code>{name}</code> <span className="field-hint">{texts.jsonAlone}</span>
      </p>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {name} {isRequired && <span className="soft">{texts.required}</span>}
      </label>
      <SimpleInput
        id={id}
        schema={shape.schema}
        value={shownValue(value)}
        change={(text) => change(writtenValue(shape.schema, text))}
        isRequired={isRequired}
        describedBy={`${id}-hint`}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {typeWords(shape.schema)}
        {shape.schema.format === 'date-time' && ' · UTC'}
      </p>
    </div>
  );
}

interface FoldedProps {
  readonly name: string;
  readonly isSaid: boolean;
  readonly children: React.ReactNode;
}

/** What has members of its own is open where something is said of it. */
function Folded({ name, isSaid, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(isSaid);
  return (
    <details
      className="reference-group"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{name}</summary>
      {isOpen && (
        <fieldset>
          <legend className="unseen">{name}</legend>
          {children}
        </fieldset>
      )}
    </details>
  );
}

/** @param schema of one entry */
function Entries({ name, document, schema, isRequired, value, change }: MemberProps) {
  const texts = useTexts().reference;
  const id = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const [isNew, setNew] = useState(false);
  const entries: readonly Json[] = Array.isArray(value) ? value : [];
  // Whoever adds an entry goes on in its first field.
  useEffect(() => {
    if (!isNew) return;
    setNew(false);
    const last = [...(list.current?.querySelectorAll(':scope > [data-entry]') ?? [])].at(-1);
    last?.querySelector<HTMLElement>('input, select, summary')?.focus();
  }, [isNew]);
  const shape = shapeOf(document, schema);
  const setAt = (at: number, changed: Json) =>
    change(entries.map((one, own) => (own === at ? changed : one)));
  return (
    <fieldset className="reference-list" ref={list}>
      <legend>
        {name} <span className="soft">{entries.length}</span>
      </legend>
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have nothing else that tells them apart
        <div key={at} data-entry className="reference-entry">
          {shape.is === 'object' ? (
            <fieldset>
              <legend className="unseen">{texts.entry(name, at + 1)}</legend>
              <Members
                document={document}
                schema={schema}
                value={entry}
                change={(changed) => setAt(at, changed ?? {})}
              />
            </fieldset>
          ) : shape.is === 'simple' ? (
            <SimpleInput
              id={`${id}-${at}`}
              schema={shape.schema}
              value={shownValue(entry)}
              change={(text) => setAt(at, writtenValue(shape.schema, text) ?? '')}
              label={texts.entry(name, at + 1)}
              isThere
            />
          ) : (
            <p className="field-hint">{texts.jsonAlone}</p>
          )}
          <button
            type="button"
            className="second"
            aria-label={texts.removeEntry(name, at + 1)}
            onClick={() => {
              const left = entries.filter((_, own) => own !== at);
              change(left.length > 0 || isRequired ? left : undefined);
              adder.current?.focus();
            }}
          >
            {texts.remove}
          </button>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="second"
          ref={adder}
          onClick={() => {
            change([...entries, emptyEntry(document, schema)]);
            setNew(true);
          }}
        >
          {texts.addEntry(name)}
        </button>
      </div>
    </fieldset>
  );
}
