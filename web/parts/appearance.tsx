/** In which language and in which colours the pages are shown. */
import { useId } from 'react';
import type { AppearanceData } from '../../src/browser/pages/appearance-data.ts';
import { LANGUAGES, type SpokenLanguage } from '../../src/language.ts';
import { useTexts } from '../texts/texts.ts';
import { PostForm } from './post-form.tsx';

/** As those who speak them call them. */
const NAMES: Readonly<Record<SpokenLanguage, string>> = { en: 'English', de: 'Deutsch' };

const THEMES = ['system', 'light', 'dark'] as const;

export function Appearance({ language, theme, form }: AppearanceData) {
  const texts = useTexts().appearance;
  return (
    <PostForm form={form} className="appearance">
      <Group label={texts.language}>
        {LANGUAGES.map((one) => (
          <button key={one} type="submit" name="LANG" value={one} lang={one} aria-pressed={one === language}>
            {NAMES[one]}
          </button>
        ))}
      </Group>
      <Group label={texts.theme}>
        {THEMES.map((one) => (
          <button key={one} type="submit" name="THEME" value={one} aria-pressed={one === (theme ?? 'system')}>
            {texts.themes[one]}
          </button>
        ))}
      </Group>
    </PostForm>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the line.
    <div className="segments" role="group" aria-labelledby={id}>
      <span className="segments-label" id={id}>
        {label}
      </span>
      <span className="segments-row">{children}</span>
    </div>
  );
}
