/** The settings of the telephone, read once: a value that cannot be used is said at the start. */
import { isIP } from 'node:net';
import { SettingRefused, type Settings } from '../settings.ts';
import { type PortRange, portRange } from './rtp/ports.ts';
import type { Endpoint } from './sip/via.ts';

export interface PhoneSettings {
  readonly listen: Endpoint;
  /** Addresses and networks, with commas. */
  readonly proxies: string;
  readonly ports: PortRange;
  readonly calls: number;
  readonly prompts: string;
}

/**
 * Nothing when no calls are taken.
 * @throws SettingRefused
 */
export function phoneSettings(settings: Settings): PhoneSettings | undefined {
  const { sip, sipProxies, sipRtpPorts, sipCalls, sipPrompts } = settings;
  if (sip === '') return undefined;
  const listen = endpointOf(sip);
  if (!listen) {
    throw new SettingRefused('sip', 'must be a port, or an address with a port such as 10.0.0.5:5060');
  }
  const ports = portRange(sipRtpPorts);
  if (!ports) throw new SettingRefused('sipRtpPorts', 'must be two ports such as 20000-20199');
  return { listen, proxies: sipProxies || '127.0.0.0/8, ::1', ports, calls: sipCalls, prompts: sipPrompts };
}

/** A port alone is one of this machine's own. */
function endpointOf(text: string): Endpoint | undefined {
  const [, bracketed, plain, port] =
    /^(?:(?:\[([0-9a-f:.]+)\]|([0-9.]+)):)?(\d{1,5})$/i.exec(text.trim()) ?? [];
  const address = bracketed ?? plain ?? '127.0.0.1';
  if (port === undefined || Number(port) > 65_535 || isIP(address) === 0) return undefined;
  return { address, port: Number(port) };
}
