/** The texts of feedback after a session. */
import { about } from './words.ts';

export const texts = about((words) => ({
  feedback: {
    question: `How was this ${words.noun}?`,
    marks: {
      SETUP: 'Getting in',
      EASE: 'Easy to use',
      PERFORMANCE: 'Sound and picture',
    },
    scale: (mark: number): string => `${mark} of 5`,
    low: 'badly',
    high: 'very well',
    comment: 'What else would you like to say?',
    who: 'The host reads it.',
    send: 'Send',
    thanks: 'Thank you for your feedback.',
  },
}));
