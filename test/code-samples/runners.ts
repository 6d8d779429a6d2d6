/** Runs samples where the machine has their languages. */
import { spawnSync } from 'node:child_process';
import type { SampleLanguage } from '../../src/code-samples/sample-language.ts';

export const FILES: Readonly<Record<SampleLanguage, string>> = {
  curl: 'sample.sh',
  python: 'sample.py',
  php: 'sample.php',
  java: 'Sample.java',
  csharp: 'Sample.cs',
  javascript: 'sample.mjs',
};

/** What runs a sample where the machine has it. */
export const RUNNERS: Readonly<Partial<Record<SampleLanguage, readonly [string, ...string[]]>>> = {
  curl: ['bash'],
  python: ['python3', '-I'],
  php: ['php'],
  java: ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
  javascript: [process.execPath],
};

export function isRunHere(language: SampleLanguage): boolean {
  const [program] = RUNNERS[language] ?? [];
  return program !== undefined && isOnThisMachine(program, language === 'curl' ? 'curl' : undefined);
}

function isOnThisMachine(...programs: (string | undefined)[]): boolean {
  return programs.every(
    (program) => program === undefined || spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
  );
}
