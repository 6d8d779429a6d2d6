/** Why nothing could be made of a recording, or why it stayed as it came, in plain words. */
const WHYS = new Map([
  ['empty', 'Nothing was recorded.'],
  ['unreadable', 'The file is damaged: nobody can read it.'],
  ['partly', 'Some of it could not be put in. What was recorded is kept beside it.'],
  ['unconverted', 'It is kept as it came: no MP4 could be made of it.'],
  ['noFfmpeg', 'It is kept as it came: this server has no ffmpeg to make an MP4 of it.'],
  ['large', 'It is kept as it came: it is too long to be made anew.'],
  ['full', 'It waits until there is room on the disk.'],
]);

export function whyItStayed(problem: string): string {
  return WHYS.get(problem) ?? 'It is kept as it came.';
}
