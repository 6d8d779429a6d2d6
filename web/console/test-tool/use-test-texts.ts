/** The words of the test tool. */
import { areaTexts, type ConsoleTexts } from '../texts/console-texts.ts';

export function useTestTexts(): ConsoleTexts['testTool'] {
  return areaTexts('testTool');
}
