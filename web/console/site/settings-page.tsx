/** Every setting of the site, by what it is about; found by any word of it. */
import type { SettingsAnswer, SettingsSaved, ShownSetting } from '../../../src/console/site/site-data.ts';
import { callApi } from '../api-client.ts';
import { ApiProblem } from '../api-problem.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { ConsoleForm, FormSection } from '../parts/console-form.tsx';
import { ChoiceFilter, Filters, SearchFilter } from '../parts/filters.tsx';
import { type FormValues, isSame, valueAt, withValueAt } from '../parts/form-state.ts';
import { Loaded } from '../parts/loaded.tsx';
import { EmptyState } from '../parts/small.tsx';
import { useListState } from '../parts/use-list-state.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { queryClient, useCall } from '../use-call.ts';
import { SettingField } from './setting-field.tsx';
import { wordsOfSetting } from './setting-words.ts';
import { SiteHead } from './site-head.tsx';

export function Page() {
  const call = useCall<SettingsAnswer>('site/settings');
  return (
    <>
      <SiteHead page="settings" />
      <Loaded call={call}>{(answer) => <Settings answer={answer} />}</Loaded>
    </>
  );
}

function Settings({ answer }: { readonly answer: SettingsAnswer }) {
  const texts = areaTexts('site');
  const confirm = useConfirm();
  const state = useListState();
  const asked = state.get('q').toLowerCase();
  const section = state.get('section') || 'general';
  const sections = [...new Set(answer.settings.map((setting) => setting.section))];
  const ordered = Object.keys(texts.sections).filter((id) =>
    sections.includes(id as ShownSetting['section']),
  );
  const shown = answer.settings.filter((setting) =>
    asked === '' ? setting.section === section : isFound(setting, asked),
  );

  async function save(values: FormValues, read: SettingsAnswer): Promise<SettingsAnswer> {
    const changed = read.settings.filter((setting) => isChanged(setting, values));
    if (changed.some(({ policy }) => policy)) {
      const { title, body, action } = texts.endsTickets;
      if (!(await confirm({ title, body, action, isDanger: true }))) {
        throw new ApiProblem(422, { reason: 'NotConfirmed', message: texts.endsTickets.notSaved });
      }
    }
    const body = {
      values: Object.fromEntries(changed.map((setting) => [setting.path, written(setting, values)])),
      was: Object.fromEntries(changed.map(({ path, value }) => [path, value])),
    };
    try {
      const saved = await callApi<SettingsSaved>('PATCH', 'site/settings', { body });
      void queryClient.invalidateQueries({
        predicate: ({ queryKey: [path] }) => String(path).startsWith('site/'),
      });
      return saved;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.reason !== 'StaleVersion') throw error;
      const current = await callApi<SettingsAnswer>('GET', 'site/settings');
      throw new ApiProblem(409, { reason: 'StaleVersion', message: error.message, current });
    }
  }

  return (
    <>
      <Filters>
        <SearchFilter state={state} label={texts.searchSettings} />
        {asked === '' && (
          <ChoiceFilter
            state={state}
            name="section"
            label={texts.section}
            choices={ordered.map((id) => ({
              id: id === 'general' ? '' : id,
              words: texts.sections[id as ShownSetting['section']],
            }))}
          />
        )}
      </Filters>
      {asked === '' && section === 'kept' && <p className="c-soft">{texts.keptLead}</p>}
      <ConsoleForm<SettingsAnswer>
        resource={answer}
        valuesOf={valuesOf}
        save={save}
        nameOf={(path) => {
          const found = answer.settings.find((setting) => setting.path === path);
          return found ? wordsOfSetting(found).title : path;
        }}
      >
        {ordered
          .map((id) => ({ id, own: shown.filter((setting) => setting.section === id) }))
          .filter(({ own }) => own.length > 0)
          .map(({ id, own }) => (
            <FormSection key={id} title={texts.sections[id as ShownSetting['section']]}>
              {own.map((setting) => (
                <SettingField key={setting.path} setting={setting} />
              ))}
            </FormSection>
          ))}
      </ConsoleForm>
      {shown.length === 0 && <EmptyState title={texts.noSetting}>{texts.noSettingHint}</EmptyState>}
    </>
  );
}

/** The values by their ways, as the fields are named. A secret is nothing until one is typed. */
function valuesOf({ settings }: SettingsAnswer): FormValues {
  return settings.reduce<FormValues>(
    (values, { path, secret, value }) => withValueAt(values, path, secret ? '' : value),
    {},
  );
}

function isChanged(setting: ShownSetting, values: FormValues): boolean {
  if (!setting.isEditable) return false;
  const typed = written(setting, values);
  return setting.secret ? typed !== '' : !isSame(typed, setting.value);
}

function written({ path, choices, kind }: ShownSetting, values: FormValues): unknown {
  const value = valueAt(values, path);
  if (choices && typeof value === 'string') return Number(value);
  if (kind === 'number' && value === undefined) return '';
  return value;
}

function isFound(setting: ShownSetting, asked: string): boolean {
  const { title, meaning } = wordsOfSetting(setting);
  const { affected, sections } = areaTexts('site');
  const words = [
    setting.path,
    title,
    meaning,
    sections[setting.section],
    ...setting.affects.map((id) => affected[id]),
  ];
  const text = words.join(' ').toLowerCase();
  return asked.split(/\s+/).every((word) => text.includes(word));
}
