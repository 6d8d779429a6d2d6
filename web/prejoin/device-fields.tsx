/** Which microphone, camera and speaker: a list for each, and a sound to try the last one by. */
import { useId, useState } from 'react';
import type { DevicesAsked } from '../../src/browser/pages/session-pages.ts';
import { useTexts } from '../texts/texts.ts';
import { chosenAmong } from './chosen-device.ts';
import { chooseDevice, type Device, useDeviceChoices } from './device-choices.ts';
import { canChooseSpeaker } from './sound-out.ts';
import { playTestSound } from './test-sound.ts';
import { useDeviceList } from './use-device-list.ts';

interface DeviceFieldsProps {
  readonly devices: DevicesAsked;
  /** What has been opened: browsers tell the names of devices then. */
  readonly seen: unknown;
  /** A device was chosen. */
  chosen?(device: Device): void;
}

export function DeviceFields({ devices, seen, chosen }: DeviceFieldsProps) {
  const texts = useTexts().prejoin;
  const list = useDeviceList(seen);
  const choices = useDeviceChoices();
  const group = useId();
  if (!list) return null;
  const asked = (['microphone', 'camera', 'speaker'] as const).filter((device) =>
    device === 'speaker' ? canChooseSpeaker() && list.speaker.length > 0 : devices[device],
  );
  return (
    <div className="device-fields">
      {asked.map((device) => {
        const id = `${group}-${device}`;
        const found = list[device];
        return (
          <div className="field" key={device}>
            <label htmlFor={id}>{texts.devices[device]}</label>
            <select
              id={id}
              value={chosenAmong(found, device, choices) ?? ''}
              disabled={found.length === 0}
              onChange={({ currentTarget }) => {
                const { value } = currentTarget;
                chooseDevice(device, value, found.find(({ id: one }) => one === value)?.label ?? '');
                chosen?.(device);
              }}
            >
              <option value="">{found.length === 0 ? texts.noneFound[device] : texts.usual}</option>
              {found
                .filter((one) => one.id !== 'default')
                .map((one, at) => (
                  <option key={one.id} value={one.id}>
                    {one.label || texts.numbered(device, at + 1)}
                  </option>
                ))}
            </select>
          </div>
        );
      })}
      <SoundTest />
    </div>
  );
}

function SoundTest() {
  const texts = useTexts().prejoin;
  const [state, setState] = useState<'idle' | 'playing' | 'played' | 'failed'>('idle');
  const play = () => {
    setState('playing');
    playTestSound().then(
      () => setState('played'),
      () => setState('failed'),
    );
  };
  return (
    <div className="sound-test">
      <button type="button" className="second" disabled={state === 'playing'} onClick={play}>
        {texts.testSound}
      </button>
      <p className="soft" role="status">
        {state === 'played' && texts.testPlayed}
        {state === 'failed' && texts.testFailed}
      </p>
    </div>
  );
}
