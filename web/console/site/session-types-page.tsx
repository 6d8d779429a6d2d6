/** The session types of the site: on and off, for new hosts, and new ones that are like others. */
import { useState } from 'react';
import type {
  SessionTypesAnswer,
  SettingsSaved,
  ShownSessionType,
} from '../../../src/console/site/site-data.ts';
import { callApi } from '../api-client.ts';
import { Button } from '../parts/button.tsx';
import { ConsoleForm, FormSection } from '../parts/console-form.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ChoiceField, NumberField, SwitchField, TextField } from '../parts/fields.tsx';
import { type FormValues, isSame } from '../parts/form-state.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Badge, Panel } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { queryClient, useCall, useSend } from '../use-call.ts';
import { SiteHead } from './site-head.tsx';

export function Page() {
  const texts = areaTexts('site').types;
  const call = useCall<SessionTypesAnswer>('site/session-types');
  const [isMaking, setMaking] = useState(false);
  const [edited, setEdited] = useState<number>();
  return (
    <>
      <SiteHead
        page="types"
        actions={
          SHELL.me.mayWrite && (
            <Button kind="main" icon="plus" onPress={() => setMaking(true)}>
              {texts.make}
            </Button>
          )
        }
      />
      <Loaded call={call}>
        {(answer) => {
          const type = answer.types.find(({ id }) => id === edited);
          return (
            <>
              <TypeTable answer={answer} onEdit={setEdited} />
              {isMaking && <MakeDialog types={answer.types} onClose={() => setMaking(false)} />}
              {type && <EditDialog type={type} onClose={() => setEdited(undefined)} />}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function changedAnywhere(): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) => String(path).startsWith('site/'),
  });
}

function TypeTable({
  answer: { types, newHosts },
  onEdit,
}: {
  readonly answer: SessionTypesAnswer;
  readonly onEdit: (id: number) => void;
}) {
  const all = areaTexts('site');
  const texts = all.types;
  const toasts = useToasts();
  const patchType = useSend<SessionTypesAnswer>('PATCH', ['site/']);
  const patchSettings = useSend<SettingsSaved>('PATCH', ['site/']);
  const edit = SHELL.me.mayWrite ? texts.edit : texts.details;
  const isLocked = !SHELL.me.mayWrite || patchType.isPending || patchSettings.isPending;
  const turn = ({ id, active }: ShownSessionType) =>
    patchType.mutate(
      {
        path: `site/session-types/${id}`,
        body: { values: { active: active === 'ACTIVATED' ? 'DEACTIVATED' : 'ACTIVATED' }, was: { active } },
      },
      { onError: toasts.failed },
    );
  const give = (id: number) => {
    const meetingTypes = newHosts.includes(id) ? newHosts.filter((one) => one !== id) : [...newHosts, id];
    patchSettings.mutate(
      { path: 'site/settings', body: { values: { meetingTypes }, was: { meetingTypes: newHosts } } },
      { onError: toasts.failed },
    );
  };
  return (
    <Panel>
      <div className="c-list-editor">
        <table className="c-types">
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col">{texts.service}</th>
              <th scope="col" className="c-number">
                {texts.people}
              </th>
              <th scope="col">{texts.isOn}</th>
              <th scope="col">{texts.forNewHosts}</th>
              <th scope="col">
                <span className="c-unseen">{edit}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <tr key={type.id}>
                <th scope="row">
                  <bdi>{type.displayName}</bdi>{' '}
                  <span className="c-soft c-figures">
                    {type.productCodePrefix} · {type.id}
                  </span>{' '}
                  {type.isCustom && <Badge tone="accent">{texts.own}</Badge>}
                  {!type.hasService && <Badge>{texts.noService}</Badge>}
                </th>
                <td>{all.services[type.serviceType]}</td>
                <td className="c-number c-figures">{type.limits.maxMeetingUser}</td>
                <td>
                  <input
                    type="checkbox"
                    role="switch"
                    aria-checked={type.active === 'ACTIVATED'}
                    aria-label={`${texts.isOn}: ${type.displayName}`}
                    checked={type.active === 'ACTIVATED'}
                    disabled={isLocked}
                    onChange={() => turn(type)}
                  />
                </td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`${texts.forNewHosts}: ${type.displayName}`}
                    checked={newHosts.includes(type.id)}
                    disabled={isLocked}
                    onChange={() => give(type.id)}
                  />
                  {newHosts[0] === type.id && <span className="c-soft"> {texts.first}</span>}
                </td>
                <td>
                  <Button isSmall label={`${edit}: ${type.displayName}`} onPress={() => onEdit(type.id)}>
                    {edit}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function MakeDialog({
  types,
  onClose,
}: {
  readonly types: readonly ShownSessionType[];
  readonly onClose: () => void;
}) {
  const texts = areaTexts('site').types;
  const toasts = useToasts();
  const first = { like: String(types[0]?.id ?? ''), displayName: '', productCodePrefix: '' };
  return (
    <Dialog title={texts.make} isOpen onClose={onClose}>
      <ConsoleForm<FormValues>
        isNew
        resource={first}
        valuesOf={(values) => values}
        action={texts.makeAction}
        save={async (values) => {
          const body = { ...values, like: Number(values.like) };
          await callApi<SessionTypesAnswer>('POST', 'site/session-types', { body });
          changedAnywhere();
          toasts.said(texts.made);
          onClose();
          return values;
        }}
      >
        <TextField name="displayName" label={texts.name} isRequired max={64} />
        <TextField name="productCodePrefix" label={texts.code} hint={texts.codeHint} isRequired max={3} />
        <ChoiceField
          name="like"
          label={texts.like}
          hint={texts.likeHint}
          choices={types.map(({ id, displayName }) => ({ id: String(id), words: displayName }))}
        />
      </ConsoleForm>
    </Dialog>
  );
}

function EditDialog({ type, onClose }: { readonly type: ShownSessionType; readonly onClose: () => void }) {
  const texts = areaTexts('site').types;
  const valuesOf = ({ displayName, hideInScheduler, limits, options }: ShownSessionType): FormValues => ({
    displayName,
    hideInScheduler,
    limits,
    options,
  });
  return (
    <Dialog title={type.displayName} isOpen onClose={onClose}>
      <ConsoleForm<ShownSessionType>
        resource={type}
        valuesOf={valuesOf}
        save={async (values, read) => {
          const before = flat(valuesOf(read));
          const changed = Object.entries(flat(values)).filter(
            ([path, value]) => !isSame(value, before[path]),
          );
          const body = {
            values: Object.fromEntries(changed.map(([path, value]) => [path, value ?? ''])),
            was: Object.fromEntries(changed.map(([path]) => [path, before[path]])),
          };
          const path = `site/session-types/${type.id}`;
          const answer = await callApi<SessionTypesAnswer>('PATCH', path, { body });
          changedAnywhere();
          return answer.types.find(({ id }) => id === type.id) ?? read;
        }}
      >
        <FormSection title={texts.general}>
          <TextField name="displayName" label={texts.name} isRequired max={64} />
          <SwitchField name="hideInScheduler" label={texts.hidden} />
        </FormSection>
        <FormSection title={texts.limits} lead={texts.limitsLead}>
          {Object.keys(type.limits).map((name) => (
            <NumberField
              key={name}
              name={`limits.${name}`}
              label={texts.limitNames[name] ?? name}
              unit={name.endsWith('Duration') ? texts.minutes : texts.peopleUnit}
            />
          ))}
        </FormSection>
        <FormSection title={texts.options}>
          {Object.keys(type.options).map((name) => (
            <SwitchField key={name} name={`options.${name}`} label={texts.optionNames[name] ?? plain(name)} />
          ))}
        </FormSection>
      </ConsoleForm>
    </Dialog>
  );
}

function flat(values: FormValues, before = ''): Record<string, unknown> {
  return Object.entries(values).reduce<Record<string, unknown>>((all, [name, value]) => {
    const path = before === '' ? name : `${before}.${name}`;
    const inner =
      typeof value === 'object' && value !== null ? flat(value as FormValues, path) : { [path]: value };
    return Object.assign(all, inner);
  }, {});
}

/** `supportOnCallSite` becomes `On call site`. */
function plain(name: string): string {
  const words = name
    .replace(/^support/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
