/** What a page knows of how it may look. */
import type { SpokenLanguage } from '../../language.ts';
import type { Form } from './form.ts';

export type Theme = 'light' | 'dark';

export interface AppearanceData {
  readonly language: SpokenLanguage;
  /** Nothing: as the system has it. */
  readonly theme?: Theme | undefined;
  /** Fields LANG and THEME. */
  readonly form: Form;
}
