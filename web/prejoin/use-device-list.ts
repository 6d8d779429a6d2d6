/** The devices of this machine, as the browser tells of them. */
import { useEffect, useState } from 'react';
import { KINDS } from './chosen-device.ts';
import type { Device } from './device-choices.ts';

export interface FoundDevice {
  readonly id: string;
  /** Empty until the person has allowed the page to use one. */
  readonly label: string;
}

export type DeviceList = Readonly<Record<Device, readonly FoundDevice[]>>;

const NONE: DeviceList = { microphone: [], camera: [], speaker: [] };

/**
 * @param seen what has been opened meanwhile: browsers tell more of their devices then
 * @returns nothing until the browser has told
 */
export function useDeviceList(seen: unknown): DeviceList | undefined {
  const [list, setList] = useState<DeviceList>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at anew when something was opened
  useEffect(() => {
    const devices: MediaDevices | undefined = navigator.mediaDevices;
    if (!devices) return setList(NONE);
    let isOver = false;
    const look = () =>
      void devices.enumerateDevices().then(
        (all) => {
          if (!isOver) setList(sorted(all));
        },
        // A browser that does not tell has nothing to choose from.
        () => setList(NONE),
      );
    look();
    devices.addEventListener('devicechange', look);
    return () => {
      isOver = true;
      devices.removeEventListener('devicechange', look);
    };
  }, [seen]);
  return list;
}

function sorted(all: readonly MediaDeviceInfo[]): DeviceList {
  const of = (device: Device) =>
    all
      .filter(({ kind, deviceId }) => kind === KINDS[device] && deviceId !== '')
      .map(({ deviceId: id, label }) => ({ id, label }));
  return { microphone: of('microphone'), camera: of('camera'), speaker: of('speaker') };
}
