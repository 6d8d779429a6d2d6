/** Writes what is said: as WebVTT that every player reads the same way, and as plain text with names. */
import type { Cue, Words } from './cue.ts';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** No comments, no styles, no places on the picture: numbers, times, names and words. */
export function vttOf({ cues, language }: Words): string {
  const header = language === undefined ? 'WEBVTT\n' : `WEBVTT\nLanguage: ${language}\n`;
  const blocks = cues.map(({ start, end, voice, text }, at) => {
    const name = voice === undefined ? '' : `<v ${escaped(voice)}>`;
    return `\n${at + 1}\n${timeOf(start)} --> ${timeOf(end)}\n${name}${escaped(text)}\n`;
  });
  return header + blocks.join('');
}

/** What one says in a row stands together: the name once, and each cue in a line of its own. */
export function plainTextOf(cues: readonly Cue[]): string {
  let last: string | undefined;
  let text = '';
  for (const { voice, text: said } of cues) {
    if (voice !== last && text !== '') text += '\n';
    if (voice !== undefined && voice !== last) text += `${voice}:\n`;
    text += `${said}\n`;
    last = voice;
  }
  return text;
}

/** Nothing in it begins a mark, an entity or a line with times. */
function escaped(text: string): string {
  return text.replace(/[&<>]/g, (one) => ESCAPED[one] ?? one);
}

/** `01:02:03.004` */
function timeOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${clock}.${String(milliseconds % 1000).padStart(3, '0')}`;
}
