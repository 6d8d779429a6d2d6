/** The texts of feedback after a session. */
import type { texts as english } from '../en/feedback.ts';
import { about } from './words.ts';

export const texts: typeof english = about((words) => ({
  feedback: {
    question: `Wie war ${words.this}?`,
    marks: {
      SETUP: 'Hineinkommen',
      EASE: 'Leicht zu bedienen',
      PERFORMANCE: 'Ton und Bild',
    },
    scale: (mark: number): string => `${mark} von 5`,
    low: 'schlecht',
    high: 'sehr gut',
    comment: 'Was möchten Sie noch sagen?',
    who: 'Der Host liest es.',
    send: 'Senden',
    thanks: 'Danke für Ihre Rückmeldung.',
  },
}));
