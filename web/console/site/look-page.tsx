/** What the site is called, its colour, its logo and its links, with a view of what comes of them. */
import { useId, useState } from 'react';
import type { BrandAnswer, SettingsSaved, TonesAnswer } from '../../../src/console/site/site-data.ts';
import { callApi } from '../api-client.ts';
import { ApiProblem } from '../api-problem.ts';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { ConsoleForm, FormSection } from '../parts/console-form.tsx';
import { Field, TextField } from '../parts/fields.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { type FormValues, useFormState } from '../parts/form-state.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Notice, Panel } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { queryClient, useCall, useSend } from '../use-call.ts';
import { SiteHead } from './site-head.tsx';

export function Page() {
  const call = useCall<BrandAnswer>('site/branding');
  return (
    <>
      <SiteHead page="look" />
      <Loaded call={call}>{(brand) => <Look brand={brand} />}</Loaded>
    </>
  );
}

const MEMBERS = ['displayName', 'accent', 'helpURL', 'privacyURL'] as const;

function Look({ brand }: { readonly brand: BrandAnswer }) {
  const texts = areaTexts('site');

  async function save(values: FormValues, read: BrandAnswer): Promise<BrandAnswer> {
    const typed = values.branding as FormValues;
    const changed = MEMBERS.filter((name) => typed[name] !== read[name]);
    const body = {
      values: Object.fromEntries(
        changed.map((name) => [`branding.${name}`, String(typed[name] ?? '').trim()]),
      ),
      was: Object.fromEntries(changed.map((name) => [`branding.${name}`, read[name]])),
    };
    try {
      await callApi<SettingsSaved>('PATCH', 'site/settings', { body });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.reason !== 'StaleVersion') throw error;
      const current = await callApi<BrandAnswer>('GET', 'site/branding');
      throw new ApiProblem(409, { reason: 'StaleVersion', message: error.message, current });
    }
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [path] }) => String(path).startsWith('site/'),
    });
    return callApi<BrandAnswer>('GET', 'site/branding');
  }

  return (
    <>
      <ConsoleForm<BrandAnswer> resource={brand} valuesOf={valuesOf} save={save}>
        <FormSection title={texts.look.words} lead={texts.look.wordsLead}>
          <TextField
            name="branding.displayName"
            label={texts.look.displayName}
            hint={texts.look.displayNameHint(brand.siteName)}
            max={64}
          />
          <TextField name="branding.helpURL" type="url" label={texts.look.help} hint={texts.look.linkHint} />
          <TextField
            name="branding.privacyURL"
            type="url"
            label={texts.look.privacy}
            hint={texts.look.linkHint}
          />
        </FormSection>
        <FormSection title={texts.look.colour} lead={texts.look.colourLead}>
          <AccentField />
        </FormSection>
      </ConsoleForm>
      <LogoPanel brand={brand} />
    </>
  );
}

function valuesOf({ displayName, accent, helpURL, privacyURL }: BrandAnswer): FormValues {
  return { branding: { displayName, accent, helpURL, privacyURL } };
}

const COLOUR = /^#[0-9a-f]{6}$/i;
const OURS = '#1f5fbf';

function AccentField() {
  const texts = areaTexts('site');
  const { value, change, isLocked } = useFormState();
  const id = useId();
  const name = 'branding.accent';
  const accent = String(value(name) ?? '');
  const isColour = COLOUR.test(accent);
  const tones = useCall<TonesAnswer>('site/branding/tones', {
    query: { accent: isColour ? accent.toLowerCase() : OURS },
  });
  return (
    <>
      <Field name={name} label={texts.look.accent} hint={texts.look.accentHint}>
        {(wiring) => (
          <span className="c-accent">
            <input
              {...wiring}
              value={accent}
              placeholder={OURS}
              maxLength={7}
              autoComplete="off"
              onChange={({ target }) => change(name, target.value.trim())}
            />
            <label className="c-unseen" htmlFor={`${id}-picker`}>
              {texts.look.pick}
            </label>
            <input
              id={`${id}-picker`}
              type="color"
              disabled={isLocked}
              value={isColour ? accent : OURS}
              onChange={({ target }) => change(name, target.value)}
            />
          </span>
        )}
      </Field>
      {tones.data && (
        <div className="c-tones">
          <Tone words={texts.look.onLight} tones={tones.data.light} theme="light" />
          <Tone words={texts.look.onDark} tones={tones.data.dark} theme="dark" />
        </div>
      )}
      {isColour && tones.data && (tones.data.isChanged.light || tones.data.isChanged.dark) && (
        <Notice>{texts.look.isChanged}</Notice>
      )}
    </>
  );
}

/** An SVG, whose colours are attributes: the page's policy forbids styles. */
function Tone({
  words,
  tones,
  theme,
}: {
  readonly words: string;
  readonly tones: TonesAnswer['light'];
  readonly theme: 'light' | 'dark';
}) {
  const texts = areaTexts('site');
  return (
    <svg className="c-tone" viewBox="0 0 240 96" role="img" aria-label={`${words}: ${tones.accent}`}>
      <rect width="240" height="96" rx="10" fill={theme === 'light' ? '#ffffff' : '#181d26'} />
      <rect x="16" y="16" width="96" height="36" rx="8" fill={tones.accent} />
      <text x="64" y="39" textAnchor="middle" fontSize="14" fill={tones.onAccent}>
        {texts.look.sampleButton}
      </text>
      <text x="132" y="39" fontSize="14" fill={tones.link} textDecoration="underline">
        {texts.look.sampleLink}
      </text>
      <rect x="16" y="64" width="208" height="16" rx="6" fill={tones.accentWash} />
      <text x="24" y="76" fontSize="10" fill={tones.link}>
        {words} · {tones.accent}
      </text>
    </svg>
  );
}

function LogoPanel({ brand }: { readonly brand: BrandAnswer }) {
  const texts = areaTexts('site');
  const toasts = useToasts();
  const confirm = useConfirm();
  const [file, setFile] = useState<File>();
  const put = useSend<BrandAnswer>('POST', ['site/branding']);
  const drop = useSend<BrandAnswer>('DELETE', ['site/branding']);
  const path = 'site/branding/logo';
  const take = (chosen: File) => {
    setFile(chosen);
    put.mutate(
      { path, file: chosen },
      {
        onSuccess: () => {
          setFile(undefined);
          toasts.said(texts.look.logoSaved);
        },
        onError: toasts.failed,
      },
    );
  };
  const remove = async () => {
    const { title, body, action } = texts.look.removing;
    if (!(await confirm({ title, body, action, isDanger: true }))) return;
    drop.mutate({ path }, { onSuccess: () => toasts.said(texts.look.logoRemoved), onError: toasts.failed });
  };
  return (
    <Panel
      title={texts.look.logo}
      actions={
        brand.logo &&
        SHELL.me.mayWrite && (
          <Button isSmall onPress={() => void remove()} isBusy={drop.isPending}>
            {texts.look.removeLogo}
          </Button>
        )
      }
    >
      {brand.logo ? (
        <p className="c-logos">
          <img
            src={new URL(brand.logo.address).pathname}
            width={brand.logo.width}
            height={brand.logo.height}
            alt={texts.look.logo}
          />
          <span className="c-soft c-figures">
            {brand.logo.width} × {brand.logo.height}
          </span>
        </p>
      ) : (
        <p className="c-soft">{texts.look.noLogo}</p>
      )}
      {SHELL.me.mayWrite && (
        <FileDrop
          label={texts.look.chooseLogo}
          accept="image/png,image/jpeg,image/gif,image/webp"
          file={file}
          onFile={take}
          isDisabled={put.isPending}
        />
      )}
      <p className="c-hint">{texts.look.logoHint}</p>
    </Panel>
  );
}
