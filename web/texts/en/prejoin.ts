/** The texts of microphone, camera and speaker before one comes in. */
import type { Device, OwnDevice } from '../../prejoin/device-choices.ts';
import type { Trouble } from '../../room/media/trouble.ts';

const NAMES: Readonly<Record<Device, string>> = {
  microphone: 'microphone',
  camera: 'camera',
  speaker: 'speaker',
};

const TROUBLES: Readonly<Record<Trouble, (name: string) => string>> = {
  refused: (name) =>
    `The browser does not let this page use your ${name}. Allow it by the sign beside the address, then press the button again.`,
  missing: (name) => `No ${name} was found. Plug one in, or join without: you can turn it on later.`,
  busy: (name) => `Another program uses your ${name}. Close it there, then press the button again.`,
  unsupported: (name) =>
    `Pages get a ${name} over https alone, and from browsers that can do it. You can join all the same, and hear and see the others.`,
  unplugged: (name) => `Your ${name} is gone. Plug it in again, or choose another one.`,
  full: (name) => `Your ${name} cannot be turned on now.`,
  forbidden: (name) => `Your ${name} cannot be turned on now.`,
};

export const texts = () => ({
  prejoin: {
    label: 'Your microphone and camera',
    ownPicture: 'Your picture',
    asking: 'The browser asks you…',
    neither: 'Your microphone and camera are off. Try them here, or join without.',
    notSeen: 'Your camera is off.',
    heard: 'You will be heard.',
    notHeard: 'Your microphone is off. Try it here, or join without.',
    turn: {
      microphone: ['Turn the microphone on', 'Turn the microphone off'],
      camera: ['Turn the camera on', 'Turn the camera off'],
    } satisfies Record<OwnDevice, readonly [on: string, off: string]>,
    microphoneOff: 'You join muted.',
    saySomething: 'Say something to try your microphone.',
    youAreHeard: 'Your microphone works.',
    choose: 'Choose devices, test the sound',
    devices: { microphone: 'Microphone', camera: 'Camera', speaker: 'Speaker' },
    usual: 'As the browser chooses',
    noneFound: {
      microphone: 'No microphone found',
      camera: 'No camera found',
      speaker: 'No speaker found',
    },
    numbered: (device: Device, number: number): string => `${NAMES[device]} ${number}`,
    testSound: 'Play a test sound',
    testPlayed: 'Did you hear it? If not, choose another speaker, or turn it up.',
    testFailed: 'The browser could not play it.',
    trouble: (device: Device, trouble: Trouble): string => TROUBLES[trouble](NAMES[device]),
    devicesItem: 'Microphone and camera',
  },
});
