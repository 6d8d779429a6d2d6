/** A field whose answers are looked for while one types: a host, a zone, a tracking code. */
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox, Input, ListBox, ListBoxItem } from 'react-aria-components/ComboBox';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { areaTexts } from '../texts/console-texts.ts';
import type { Choice, FieldProps } from './fields.tsx';
import { useFormState } from './form-state.ts';
import { Icon } from './icon.tsx';

interface ComboFieldProps extends FieldProps {
  /** What fits what was typed; the area asks the server when `onType` tells of it. */
  readonly choices: readonly Choice[];
  readonly onType?: (typed: string) => void;
  /** What is typed counts too, without being on the list. */
  readonly isFree?: boolean;
}

export function ComboField({
  name,
  label,
  hint,
  choices,
  onType,
  isFree,
  isRequired,
  isDisabled,
}: ComboFieldProps) {
  const form = useFormState();
  const error = form.error(name);
  const chosen = form.value(name);
  const words = choices.find(({ id }) => id === chosen)?.words;
  return (
    <ComboBox
      className="c-field"
      isDisabled={form.isLocked || (isDisabled ?? false)}
      isRequired={isRequired ?? false}
      isInvalid={error !== undefined}
      allowsCustomValue={isFree ?? false}
      allowsEmptyCollection
      menuTrigger="focus"
      selectedKey={typeof chosen === 'string' && words !== undefined ? chosen : null}
      {...(isFree && { inputValue: typeof chosen === 'string' ? chosen : '' })}
      onInputChange={(typed) => {
        onType?.(typed);
        if (isFree) form.change(name, typed);
      }}
      onSelectionChange={(key) => {
        if (key !== null || !isFree) form.change(name, key === null ? undefined : String(key));
      }}
      items={choices.map(({ id, words: shown }) => ({ id, shown }))}
      {...(onType && { defaultFilter: () => true })}
    >
      <Label>{label}</Label>
      {hint && <div className="c-hint">{hint}</div>}
      <div className="c-combo">
        <Input />
        <AriaButton className="c-combo-open">
          <Icon name="down" />
        </AriaButton>
      </div>
      {error && <p className="c-error">{error}</p>}
      <Popover className="c-popover">
        <ListBox<{ id: string; shown: string }>
          className="c-list-box"
          renderEmptyState={() => <p className="c-soft">{areaTexts('frame').noMatch}</p>}
        >
          {({ id, shown }) => (
            <ListBoxItem id={id} textValue={shown} className="c-list-item">
              {shown}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
