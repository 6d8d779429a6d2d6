/** What somebody has chosen of their devices, and how they come in, kept in their browser. */
import { useSyncExternalStore } from 'react';

export const DEVICES = ['microphone', 'camera', 'speaker'] as const;
export type Device = (typeof DEVICES)[number];
/** What one is heard and seen by. */
export type OwnDevice = Exclude<Device, 'speaker'>;

export interface DeviceChoices {
  /** Whether it is on when they come in. */
  readonly on: Readonly<Record<OwnDevice, boolean>>;
  /** Which one, as the browser names it (`deviceId`); empty is the browser's own choice. */
  readonly ids: Readonly<Record<Device, string>>;
  /** What the browser called it in words. */
  readonly labels: Readonly<Record<Device, string>>;
  /** What they have called themselves last. */
  readonly name: string;
}

const DEFAULTS: DeviceChoices = {
  on: { microphone: false, camera: false },
  ids: { microphone: '', camera: '', speaker: '' },
  labels: { microphone: '', camera: '', speaker: '' },
  name: '',
};

const KEY = 'parlance.devices';

/** No browser's ids are longer, and no name is. */
const LONGEST = 300;

const listeners = new Set<() => void>();
let choices: DeviceChoices | undefined;

export function useDeviceChoices(): DeviceChoices {
  return useSyncExternalStore(listen, deviceChoices, () => DEFAULTS);
}

/** As they are now. */
export function deviceChoices(): DeviceChoices {
  choices ??= kept();
  return choices;
}

export function chooseOn(device: OwnDevice, isOn: boolean): void {
  const now = deviceChoices();
  keep({ ...now, on: { ...now.on, [device]: isOn } });
}

export function chooseDevice(device: Device, id: string, label: string): void {
  const now = deviceChoices();
  keep({
    ...now,
    ids: { ...now.ids, [device]: id },
    labels: { ...now.labels, [device]: label.slice(0, LONGEST) },
  });
}

export function keepName(name: string): void {
  keep({ ...deviceChoices(), name: name.trim().slice(0, LONGEST) });
}

function keep(changed: DeviceChoices): void {
  choices = changed;
  try {
    localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    // A browser that keeps nothing still has it for this page.
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function kept(): DeviceChoices {
  try {
    return choicesIn(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return DEFAULTS;
  }
}

/** What is known of a value that may be anybody's. */
function choicesIn(value: unknown): DeviceChoices {
  const found = entriesOf(value);
  const on = entriesOf(found.get('on'));
  const byDevice = (name: string) => {
    const texts = entriesOf(found.get(name));
    return {
      microphone: textIn(texts.get('microphone')),
      camera: textIn(texts.get('camera')),
      speaker: textIn(texts.get('speaker')),
    };
  };
  return {
    on: { microphone: on.get('microphone') === true, camera: on.get('camera') === true },
    ids: byDevice('ids'),
    labels: byDevice('labels'),
    name: textIn(found.get('name')),
  };
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function textIn(value: unknown): string {
  return typeof value === 'string' && value.length <= LONGEST ? value : '';
}
