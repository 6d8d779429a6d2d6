/** A document as a tree that opens and closes; what is closed is not drawn, and of many children a part. */
import { useMemo, useState } from 'react';
import { useTestTexts } from '../use-test-texts.ts';
import { readXmlText, type TextElement, textIn } from '../xml/xml-text.ts';

/** Children that are drawn at a time. */
const AT_A_TIME = 100;
/** So deep it is open. */
const OPEN_TO = 6;

export function XmlTree({ text, label }: { readonly text: string; readonly label: string }) {
  const words = useTestTexts();
  const root = useMemo(() => {
    try {
      return readXmlText(text);
    } catch {
      return undefined;
    }
  }, [text]);
  if (!root) return <p className="c-soft">{words.noTree}</p>;
  return (
    <section className="xml-tree" aria-label={label} key={text}>
      <Branch text={text} element={root} depth={0} />
    </section>
  );
}

interface BranchProps {
  readonly text: string;
  readonly element: TextElement;
  readonly depth: number;
}

function Branch({ text, element, depth }: BranchProps) {
  const [isOpen, setOpen] = useState(depth < OPEN_TO);
  const [shown, setShown] = useState(AT_A_TIME);
  const words = useTestTexts();
  const { name, attributes, children } = element;
  const notes = attributes.filter((attribute) => !attribute.name.startsWith('xmlns'));
  const head = (
    <>
      <span className="tag">{name}</span>
      {notes.map((attribute) => (
        <span className="attribute" key={attribute.name}>
          {attribute.name.replace(/^.*:/, '')}=<span className="value">{lastName(attribute.value)}</span>
        </span>
      ))}
    </>
  );
  if (children.length === 0) {
    const value = textIn(text, element);
    return (
      <p className="leaf">
        {head}{' '}
        <span className={value === '' ? 'value nothing' : 'value'}>
          {value === '' ? words.emptyElement : value}
        </span>
      </p>
    );
  }
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {head} <span className="count">{children.length}</span>
      </summary>
      {isOpen && (
        <div className="children">
          {children.slice(0, shown).map((child) => (
            <Branch key={child.start} text={text} element={child} depth={depth + 1} />
          ))}
          {children.length > shown && (
            <button
              type="button"
              className="c-button c-quiet c-small"
              onClick={() => setShown(shown + AT_A_TIME)}
            >
              {words.moreElements(children.length - shown)}
            </button>
          )}
        </div>
      )}
    </details>
  );
}

/** `GetUser` of `java:com.webex.service.binding.user.GetUser` is what people look for. */
function lastName(value: string): string {
  return value.replace(/^java:com\.webex\.service\.binding\./, '');
}
