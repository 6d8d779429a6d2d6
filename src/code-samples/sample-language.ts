/** The languages of code samples, in the order in which they are offered. */
export const SAMPLE_LANGUAGES = ['curl', 'python', 'php', 'java', 'csharp', 'javascript'] as const;

export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];
