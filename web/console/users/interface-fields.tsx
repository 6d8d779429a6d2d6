/** What old programs read and write of an account, and nothing else does: by the names that they know. */
import { FormSection } from '../parts/console-form.tsx';
import { ChoiceField, NumberField, SwitchField, TextField } from '../parts/fields.tsx';
import { areaTexts } from '../texts/console-texts.ts';

const SERVICES = ['FREE_OFFICE', 'STANDARD_OFFICE', 'PRO_OFFICE'];

/** @param values of the account: each group has the members that it has */
export function InterfaceFields({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
  const { sections } = areaTexts('users');
  return (
    <FormSection title={sections.interface.title} lead={sections.interface.lead}>
      <div className="user-wide">
        <details className="user-details">
          <summary>{sections.interface.open}</summary>
          <div className="user-flags">
            <NumberField name="categoryId" label="categoryId" />
            <TextField name="mpProfileNumber" label="mpProfileNumber" max={64} />
            <ChoiceField name="service" label="service" choices={SERVICES.map((id) => ({ id, words: id }))} />
            <SwitchField name="serviceDesk" label="supportCenter/serviceDesk" />
            <SwitchField
              name="optimizeAttendeeBandwidthUsage"
              label="eventCenter/optimizeAttendeeBandwidthUsage"
            />
            {['sessionOptions', 'webACDPrefs', 'myWebEx', 'options', 'commOptions'].flatMap((group) =>
              membersOf(values[group]).map(([name, value]) => {
                const field = { name: `${group}.${name}`, label: `${group}/${name}` };
                if (typeof value === 'boolean') return <SwitchField key={field.name} {...field} />;
                return typeof value === 'number' ? <NumberField key={field.name} {...field} /> : null;
              }),
            )}
          </div>
        </details>
      </div>
    </FormSection>
  );
}

function membersOf(group: unknown): [string, unknown][] {
  return typeof group === 'object' && group !== null ? Object.entries(group) : [];
}
