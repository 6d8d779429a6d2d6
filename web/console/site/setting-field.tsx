/** The field of one setting, made from its declaration. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ShownSetting } from '../../../src/console/site/site-data.ts';
import { ChoiceField, Field, NumberField, SwitchField, TextField } from '../parts/fields.tsx';
import { useFormState } from '../parts/form-state.ts';
import { Badge } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { wordsOfSetting } from './setting-words.ts';
import { ShapeEditor } from './shape-editor.tsx';

/** Those that have a page of their own. */
const PAGES: Readonly<Record<string, string>> = {
  trackingCodes: 'site/tracking-codes',
  sessionTypes: 'site/session-types',
};

export function SettingField({ setting }: { readonly setting: ShownSetting }) {
  const texts = areaTexts('site');
  const { path, kind, isEditable } = setting;
  const { title } = wordsOfSetting(setting);
  const page = PAGES[path];
  if (page !== undefined) {
    return (
      <div className="c-field">
        <Link to={`/${page}`}>{title}</Link>
        <Hint setting={setting} />
      </div>
    );
  }
  const field = { name: path, label: title, hint: <Hint setting={setting} />, isDisabled: !isEditable };
  switch (kind) {
    case 'switch':
      return <SwitchField {...field} />;
    case 'number':
    case 'fraction':
      return setting.choices ? (
        <ChoiceField
          {...field}
          choices={setting.choices.map(({ id, words }) => ({ id: String(id), words }))}
        />
      ) : (
        <NumberField {...field} />
      );
    case 'word':
      return (
        <ChoiceField
          {...field}
          choices={(setting.values ?? []).map((id) => ({ id, words: texts.values[id] ?? id }))}
        />
      );
    case 'words':
    case 'numbers':
      return <LinesField {...field} isNumbers={kind === 'numbers'} />;
    case 'json':
      return <JsonField {...field} setting={setting} />;
    default:
      return setting.secret ? (
        <TextField
          {...field}
          type="password"
          autoComplete="new-password"
          placeholder={setting.isSet ? texts.secretIsSet : texts.secretIsNot}
        />
      ) : (
        <TextField {...field} {...(setting.longest !== undefined && { max: setting.longest })} />
      );
  }
}

function Hint({ setting }: { readonly setting: ShownSetting }) {
  const texts = areaTexts('site');
  const { meaning } = wordsOfSetting(setting);
  return (
    <>
      <Coded text={meaning} />
      <span className="c-setting-facts">
        {setting.storedOnly && <Badge>{texts.storedOnly}</Badge>}
        {setting.owner && !setting.guided && <Badge>{texts.ownerOnly}</Badge>}
        {setting.policy && <Badge tone="attention">{texts.policy}</Badge>}
        <span>{texts.usually(usualWords(setting))}</span>
        {!setting.storedOnly && (
          <span>{texts.affects(setting.affects.map((id) => texts.affected[id]).join(', '))}</span>
        )}
      </span>
    </>
  );
}

/** What stands between backticks is a name of the interface. */
function Coded({ text }: { readonly text: string }): ReactNode {
  return (
    text
      .split('`')
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never move.
      .map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : piece))
  );
}

function usualWords({ default: usual, choices }: ShownSetting): string {
  const texts = areaTexts('site');
  if (typeof usual === 'boolean') return usual ? texts.on : texts.off;
  if (typeof usual === 'number') return choices?.find(({ id }) => id === usual)?.words ?? String(usual);
  if (usual === '' || (Array.isArray(usual) && usual.length === 0)) return texts.nothing;
  if (Array.isArray(usual) && usual.every((entry) => typeof entry !== 'object')) return usual.join(', ');
  return typeof usual === 'object' ? texts.nothing : (texts.values[String(usual)] ?? String(usual));
}

interface OwnField {
  readonly name: string;
  readonly label: string;
  readonly hint: ReactNode;
  readonly isDisabled: boolean;
}

/** A list, an entry a line. */
function LinesField({ isNumbers, ...field }: OwnField & { readonly isNumbers: boolean }) {
  const { value, change } = useFormState();
  const list = value(field.name);
  const text = Array.isArray(list) ? list.join('\n') : '';
  return (
    <Field {...field}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={Math.min(8, Math.max(2, text.split('\n').length))}
          value={text}
          onChange={({ target }) => change(field.name, entriesOf(target.value, isNumbers))}
        />
      )}
    </Field>
  );
}

/** Empty lines stay while somebody types; the last one goes when there is nothing else. */
function entriesOf(text: string, isNumbers: boolean): readonly (string | number)[] {
  if (text === '') return [];
  const lines = text.split('\n');
  return isNumbers ? lines.map((line) => (/^\s*\d{1,15}\s*$/.test(line) ? Number(line) : line)) : lines;
}

function JsonField({ setting, ...field }: OwnField & { readonly setting: ShownSetting }) {
  const { value, change, error, isLocked } = useFormState();
  const problem = error(field.name);
  return (
    <fieldset
      className="c-shape"
      disabled={isLocked || field.isDisabled}
      aria-invalid={problem ? true : undefined}
    >
      <legend>{field.label}</legend>
      <div className="c-hint">{field.hint}</div>
      {setting.shape !== undefined && (
        <ShapeEditor
          shape={setting.shape}
          value={value(field.name)}
          label={field.label}
          onChange={(next) => change(field.name, next)}
        />
      )}
      {problem && <p className="c-error">{problem}</p>}
    </fieldset>
  );
}
