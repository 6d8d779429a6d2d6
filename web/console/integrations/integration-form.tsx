/** Registers an integration, or changes it. */
import { useId } from 'react';
import type {
  IntegrationRegistered,
  IntegrationsAnswer,
  ShownIntegration,
} from '../../../src/console/integrations/integrations-data.ts';
import { ConsoleForm } from '../parts/console-form.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { LongTextField, SwitchField, TextField } from '../parts/fields.tsx';
import { type FormValues, useFormState } from '../parts/form-state.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useSend } from '../use-call.ts';

interface IntegrationFormProps {
  /** Nothing for a new one. */
  readonly integration: ShownIntegration | undefined;
  readonly scopes: IntegrationsAnswer['scopes'];
  /** @param secret of a new one */
  readonly onDone: (secret?: string | undefined) => void;
}

export function IntegrationForm({ integration, scopes, onDone }: IntegrationFormProps) {
  const texts = areaTexts('integrations');
  const register = useSend<IntegrationRegistered>('POST', ['integrations']);
  const change = useSend<ShownIntegration>('PUT', ['integrations']);
  const save = async (values: FormValues) => {
    const body = {
      name: values.name,
      redirectURIs: String(values.redirectURIs ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      scopes: values.scopes,
    };
    if (integration) {
      const { id, version } = integration;
      await change.mutateAsync({ path: `integrations/${id}`, body: { ...body, version } });
      onDone();
    } else {
      const made = { ...body, isPublic: values.isPublic };
      const { secret } = await register.mutateAsync({ path: 'integrations', body: made });
      onDone(secret ?? undefined);
    }
    return values;
  };
  return (
    <Dialog isOpen isWide title={integration ? texts.editTitle : texts.addTitle} onClose={() => onDone()}>
      <ConsoleForm<FormValues>
        resource={{
          name: integration?.name ?? '',
          redirectURIs: integration?.redirectURIs.join('\n') ?? '',
          scopes: integration?.scopes ?? [],
          isPublic: integration?.isPublic ?? false,
        }}
        valuesOf={(values) => values}
        isNew
        action={integration ? texts.save : texts.register}
        save={save}
      >
        <TextField name="name" label={texts.name} hint={texts.nameHint} isRequired max={64} />
        <LongTextField name="redirectURIs" label={texts.redirectURIs} hint={texts.redirectHint} isRequired />
        {!integration && <SwitchField name="isPublic" label={texts.isPublic} hint={texts.publicHint} />}
        <Scopes scopes={scopes} />
      </ConsoleForm>
    </Dialog>
  );
}

function Scopes({ scopes }: Pick<IntegrationFormProps, 'scopes'>) {
  const texts = areaTexts('integrations');
  const { value, change, error, isLocked } = useFormState();
  const id = useId();
  const chosen = (value('scopes') ?? []) as readonly string[];
  const toggle = (name: string, isOn: boolean) =>
    change('scopes', isOn ? [...chosen, name] : chosen.filter((one) => one !== name));
  const problem = error('scopes');
  return (
    <fieldset className="c-checks" disabled={isLocked} aria-describedby={problem ? id : undefined}>
      <legend>{texts.scopes}</legend>
      {scopes.map(({ name }) => (
        <label key={name} className="c-check">
          <input
            type="checkbox"
            name="scopes"
            checked={chosen.includes(name)}
            onChange={({ target }) => toggle(name, target.checked)}
          />
          <span>
            {texts.scope(name)} <code className="c-soft">{name}</code>
          </span>
        </label>
      ))}
      {problem && (
        <p className="c-error" id={id}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
