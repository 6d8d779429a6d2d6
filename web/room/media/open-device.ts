/** Asks the browser for a microphone, a camera or a screen, and tells in a word what is in the way. */
import { chosenId } from '../../prejoin/chosen-device.ts';
import type { Medium } from './room-client.ts';
import type { Trouble } from './trouble.ts';

const CAMERA: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 24 },
};

/**
 * The device that is chosen, or another one where that is not there. The browser may ask the person first.
 * @returns nothing where the browser has no devices for pages: without https
 * @throws DOMException, of which `troubleOf` tells the word
 */
export async function openDevice(medium: Medium): Promise<MediaStreamTrack | undefined> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return undefined;
  switch (medium) {
    case 'microphone': {
      const audio = (await idOf('microphone')) ?? true;
      return (await devices.getUserMedia({ audio })).getAudioTracks()[0];
    }
    case 'camera': {
      const video = { ...CAMERA, ...(await idOf('camera')) };
      return (await devices.getUserMedia({ video })).getVideoTracks()[0];
    }
    case 'screen':
      return (await devices.getDisplayMedia({ video: { frameRate: { max: 10 } } })).getVideoTracks()[0];
  }
}

async function idOf(device: 'microphone' | 'camera'): Promise<MediaTrackConstraints | undefined> {
  const ideal = await chosenId(device);
  return ideal === '' ? undefined : { deviceId: { ideal } };
}

export function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  if (name === 'NotSupportedError' || error instanceof TypeError) return 'unsupported';
  return 'refused';
}
