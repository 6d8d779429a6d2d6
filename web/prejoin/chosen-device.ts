/** Which of the devices that are there now is the one that somebody has chosen. */
import { type Device, type DeviceChoices, deviceChoices } from './device-choices.ts';

export const KINDS: Readonly<Record<Device, MediaDeviceKind>> = {
  microphone: 'audioinput',
  camera: 'videoinput',
  speaker: 'audiooutput',
};

interface Named {
  readonly id: string;
  /** Empty until the person has allowed the page to use a device. */
  readonly label: string;
}

/** Some browsers call a device otherwise with every visit: it is known by its name then. */
export function chosenAmong(
  found: readonly Named[],
  device: Device,
  { ids, labels }: DeviceChoices,
): string | undefined {
  const id = ids[device];
  if (id === '') return undefined;
  const label = labels[device];
  const is = found.find((one) => one.id === id) ?? found.find((one) => label !== '' && one.label === label);
  return is?.id;
}

/** Empty where it is the browser's own choice; what was chosen, where the browser does not tell what is there. */
export async function chosenId(device: Device, choices = deviceChoices()): Promise<string> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (choices.ids[device] === '' || !devices) return choices.ids[device];
  const all = await devices.enumerateDevices().catch(() => []);
  const found = all
    .filter(({ kind }) => kind === KINDS[device])
    .map(({ deviceId: id, label }) => ({ id, label }));
  return chosenAmong(found, device, choices) ?? choices.ids[device];
}
