/** The members of an element as fields: those that stand in the message or have to, and the others on demand. */
import { useState } from 'react';
import type { ElementOutline } from '../../../../src/console/test-tool/test-tool-data.ts';
import { useTestTexts } from '../use-test-texts.ts';
import type { TextChange } from '../xml/xml-edit.ts';
import type { TextElement } from '../xml/xml-text.ts';
import { AttributeField, ElementField } from './element-field.tsx';
import { additionOf, instancesOf, type Place, removalOf, unknownIn } from './form-model.ts';

/** So many are shown without a word. */
const FEW = 6;

export interface FormContext {
  /** The whole message. */
  readonly text: string;
  readonly change: (change: TextChange) => void;
  /** What is looked for, in small letters. */
  readonly filter: string;
  readonly isReadOnly: boolean;
}

interface FieldsProps {
  readonly context: FormContext;
  readonly members: readonly ElementOutline[];
  /** The element that they are of, where it is there. */
  readonly around: TextElement | undefined;
  readonly place: Place;
  /** The way to them, for the names of the fields. */
  readonly way: string;
}

export function ElementFields({ context, members, around, place, way }: FieldsProps) {
  const texts = useTestTexts();
  const [isWhole, setWhole] = useState(false);
  const { filter } = context;
  const isShown = (outline: ElementOutline) =>
    filter === ''
      ? isWhole || members.length <= FEW || outline.min > 0 || isThere(around, outline)
      : matches(outline, filter);
  const shown = members.filter(isShown);
  const hidden = members.length - shown.length;
  const unknown = unknownIn(around, members);
  return (
    <div className="fields">
      {shown.map((outline) => (
        <Member key={outline.name} outline={outline} {...{ context, around, place, way }} />
      ))}
      {unknown.length > 0 && filter === '' && <p className="unknown">{texts.unknown(unknown.join(', '))}</p>}
      {filter === '' && (hidden > 0 || isWhole) && (
        <button
          type="button"
          className="c-button c-quiet c-small more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? texts.fewer : texts.more(hidden)}
        </button>
      )}
    </div>
  );
}

function isThere(around: TextElement | undefined, outline: ElementOutline): boolean {
  if (outline.isAttribute) return around?.attributes.some(({ name }) => name === outline.name) ?? false;
  return instancesOf(around, outline).length > 0;
}

export function matches(outline: ElementOutline, filter: string): boolean {
  const { name, meaning = '', children = [] } = outline;
  return (
    name.toLowerCase().includes(filter) ||
    meaning.toLowerCase().includes(filter) ||
    children.some((child) => matches(child, filter))
  );
}

type MemberProps = Omit<FieldsProps, 'members'> & { readonly outline: ElementOutline };

function Member({ context, outline, around, place, way }: MemberProps) {
  const texts = useTestTexts();
  const { text, change, isReadOnly } = context;
  const here = `${way}/${outline.name}`;
  if (outline.isAttribute) return <AttributeField {...{ context, outline, element: around, way: here }} />;
  const found = instancesOf(around, outline);
  const isMany = outline.max === undefined || outline.max > 1;
  const mayAdd = isMany && (outline.max === undefined || found.length < outline.max);
  const shown = found.length > 0 ? found : [undefined];
  return (
    <>
      {shown.map((element, at) => {
        const name = `${here}[${at}]`;
        const remove =
          element && (isMany || outline.kind === 'group') && !isReadOnly
            ? () => change(removalOf(text, element))
            : undefined;
        const props = {
          context,
          outline,
          element,
          place,
          way: name,
          remove,
          number: isMany ? at + 1 : undefined,
        };
        return outline.kind === 'group' ? (
          <Group key={name} {...props} />
        ) : (
          <ElementField key={name} {...props} />
        );
      })}
      {mayAdd && found.length > 0 && !isReadOnly && (
        <button
          type="button"
          className="c-button c-quiet c-small more"
          onClick={() => change(additionOf(text, place, outline))}
        >
          {texts.add(outline.name)}
        </button>
      )}
    </>
  );
}

interface GroupProps {
  readonly context: FormContext;
  readonly outline: ElementOutline;
  readonly element: TextElement | undefined;
  readonly place: Place;
  readonly way: string;
  readonly remove: (() => void) | undefined;
  readonly number: number | undefined;
}

function Group({ context, outline, element, place, way, remove, number }: GroupProps) {
  const texts = useTestTexts();
  const { name, meaning, children = [], min } = outline;
  const [isOpen, setOpen] = useState(element !== undefined || min > 0);
  const isSeen = isOpen || context.filter !== '';
  const order = children.map((child) => child.name);
  const inside: Place = element
    ? { parent: element, order, missing: [] }
    : { ...place, missing: [...place.missing, name] };
  return (
    <details className="group" open={isSeen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="element-name">{name}</span>
        {number !== undefined && element && <span className="tag-small">{number}</span>}
        {min > 0 && <span className="tag-small">{texts.required}</span>}
        {meaning !== undefined && <span className="meaning">{meaning}</span>}
      </summary>
      {isSeen && (
        <>
          <ElementFields context={context} members={children} around={element} place={inside} way={way} />
          {remove && (
            <button type="button" className="c-button c-quiet c-small more" onClick={remove}>
              {texts.remove(name)}
            </button>
          )}
        </>
      )}
    </details>
  );
}
