/** The texts of the end of a session. */
import type { texts as english } from '../en/ended.ts';
import { about, capital } from './words.ts';

export const texts: typeof english = about((words) => ({
  ended: {
    ended: `${capital(words.the)} ist zu Ende`,
    endedLead: 'Danke, dass Sie dabei waren.',
    left: `Sie haben ${words.the} verlassen`,
    leftLead: 'Die anderen können ohne Sie weitermachen.',
    expelled: 'Der Host hat Sie entfernt',
    expelledLead: `Sie kommen nicht wieder herein, bis ${words.the} endet oder der Host Sie wieder einlässt.`,
    elsewhere: `Sie sind hier nicht mehr ${words.inThe}`,
    elsewhereLead: 'Sie sind mit einem anderen Gerät oder Browser hereingekommen, oder Sie waren lange fort.',
    refused: 'Sie wurden nicht eingelassen',
    refusedLead: 'Der Host hat so entschieden. Fragen Sie nach, wenn Sie das für ein Versehen halten.',
    again: 'Wieder teilnehmen',
  },
}));
