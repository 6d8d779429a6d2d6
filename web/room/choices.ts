/** What somebody has chosen for the rooms that they are in, kept in their browser. */
import { useSyncExternalStore } from 'react';

export interface Choices {
  /** Everybody alike, or whoever speaks in front. */
  readonly layout: 'tiles' | 'speaker';
  /** A line tells who speaks. */
  readonly tellsSpeaker: boolean;
  /** Pictures and screens of others are neither fetched nor drawn. */
  readonly audioOnly: boolean;
  /** Keys of the keyboard do what the buttons do. */
  readonly shortcuts: boolean;
  /** A host hears that somebody waits to be let in. */
  readonly knocks: boolean;
  /** Whoever speaks into a muted microphone is told. */
  readonly warnsMuted: boolean;
  /** What is heard when somebody comes or goes, where the session has it. */
  readonly tones: boolean;
}

const DEFAULTS: Choices = {
  layout: 'tiles',
  tellsSpeaker: false,
  audioOnly: false,
  shortcuts: true,
  knocks: true,
  warnsMuted: true,
  tones: true,
};

const KEY = 'parlance.room';

const listeners = new Set<() => void>();
let choices: Choices | undefined;

export function useChoices(): Choices {
  return useSyncExternalStore(listen, chosen, () => DEFAULTS);
}

export function choose(change: Partial<Choices>): void {
  choices = { ...chosen(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // A browser that keeps nothing still has it for this page.
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** As it is now. */
export function chosen(): Choices {
  choices ??= kept();
  return choices;
}

function kept(): Choices {
  try {
    return choicesIn(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return DEFAULTS;
  }
}

/** What is known of a value that may be anybody's. */
function choicesIn(value: unknown): Choices {
  if (typeof value !== 'object' || value === null) return DEFAULTS;
  const found = new Map(Object.entries(value));
  const flag = (name: keyof Choices, otherwise: boolean) => {
    const is: unknown = found.get(name);
    return typeof is === 'boolean' ? is : otherwise;
  };
  return {
    layout: found.get('layout') === 'speaker' ? 'speaker' : 'tiles',
    tellsSpeaker: flag('tellsSpeaker', DEFAULTS.tellsSpeaker),
    audioOnly: flag('audioOnly', DEFAULTS.audioOnly),
    shortcuts: flag('shortcuts', DEFAULTS.shortcuts),
    knocks: flag('knocks', DEFAULTS.knocks),
    warnsMuted: flag('warnsMuted', DEFAULTS.warnsMuted),
    tones: flag('tones', DEFAULTS.tones),
  };
}
