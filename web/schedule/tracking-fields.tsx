/** The tracking codes of the site, as the kind of session wants them. */
import type { TrackingField } from '../../src/browser/pages/schedule-page.ts';
import { useTexts } from '../texts/texts.ts';
import { Around, describedBy, useField } from './fields.tsx';

interface OfService {
  readonly fields: readonly TrackingField[];
  readonly service: string;
}

export function hasTracking({ fields, service }: OfService): boolean {
  return fields.some(({ shownIn }) => shownIn.some((one) => one === service));
}

export function TrackingFields({ fields, service }: OfService) {
  const isIn = (services: readonly string[]) => services.includes(service);
  return fields
    .filter(({ shownIn }) => isIn(shownIn))
    .map((field) =>
      isIn(field.lockedIn) ? (
        <Locked key={field.name} field={field} />
      ) : (
        <Code key={field.name} field={field} isRequired={isIn(field.requiredIn)} />
      ),
    );
}

/** Nobody changes it here: the administrators of the site give it to the account. */
function Locked({ field: { name, label } }: { readonly field: TrackingField }) {
  const texts = useTexts().schedule;
  const { value } = useField(name);
  return (
    <div className="field">
      <p className="value-label">{label}</p>
      <p className="shown-value name">{value || texts.trackingNone}</p>
      <p className="field-hint">{texts.trackingLocked}</p>
    </div>
  );
}

function Code({ field, isRequired }: { readonly field: TrackingField; readonly isRequired: boolean }) {
  const { name, label, isListed, values } = field;
  const texts = useTexts().schedule;
  const filled = useField(name);
  const { value = '' } = filled;
  const hint = isRequired ? undefined : texts.optional;
  const common = { id: filled.id, name, required: isRequired, ...describedBy(filled, hint) };
  const known = value === '' || values.includes(value) ? values : [value, ...values];
  return (
    <Around field={filled} label={label} hint={hint}>
      {isListed ? (
        <select {...common} defaultValue={value}>
          <option value="">{texts.trackingChoose}</option>
          {known.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          maxLength={128}
          autoComplete="off"
          defaultValue={value}
          list={values.length > 0 ? `${filled.id}-values` : undefined}
        />
      )}
      {!isListed && values.length > 0 && (
        <datalist id={`${filled.id}-values`}>
          {values.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Around>
  );
}
