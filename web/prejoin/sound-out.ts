/** What is heard, by the speaker that somebody has chosen: where the browser lets pages choose one. */
import { chosenId } from './chosen-device.ts';
import type { DeviceChoices } from './device-choices.ts';

export function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype;
}

/** A speaker that is gone is no reason to be silent: the browser's own is taken then. */
export async function throughSpeaker(element: HTMLMediaElement, choices?: DeviceChoices): Promise<void> {
  if (!canChooseSpeaker()) return;
  const id = await chosenId('speaker', choices);
  if (element.sinkId === id) return;
  await element.setSinkId(id).catch(() => element.setSinkId('').catch(() => {}));
}
