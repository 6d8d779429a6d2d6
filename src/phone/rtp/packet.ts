/** RTP packets (RFC 3550, section 5.1). */

export interface RtpPacket {
  readonly payloadType: number;
  readonly marker: boolean;
  readonly sequence: number;
  readonly timestamp: number;
  readonly source: number;
  readonly payload: Uint8Array;
}

const FIXED = 12;

/** Nothing when it is none. */
export function rtpPacket(datagram: Buffer): RtpPacket | undefined {
  if (datagram.length < FIXED) return undefined;
  const [first = 0, second = 0] = datagram;
  if (first >> 6 !== 2) return undefined;
  let start = FIXED + 4 * (first & 15);
  if (first & 0x10) {
    if (datagram.length < start + 4) return undefined;
    start += 4 + 4 * datagram.readUInt16BE(start + 2);
  }
  const padding = first & 0x20 ? (datagram.at(-1) ?? 0) : 0;
  const end = datagram.length - padding;
  if (start > end) return undefined;
  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: datagram.readUInt16BE(2),
    timestamp: datagram.readUInt32BE(4),
    source: datagram.readUInt32BE(8),
    payload: datagram.subarray(start, end),
  };
}

export function rtpDatagram({
  payloadType,
  marker,
  sequence,
  timestamp,
  source,
  payload,
}: RtpPacket): Buffer {
  const datagram = Buffer.alloc(FIXED + payload.length);
  datagram[0] = 0x80;
  datagram[1] = (marker ? 0x80 : 0) | payloadType;
  datagram.writeUInt16BE(sequence & 0xffff, 2);
  datagram.writeUInt32BE(timestamp >>> 0, 4);
  datagram.writeUInt32BE(source >>> 0, 8);
  datagram.set(payload, FIXED);
  return datagram;
}

/** How far a sequence number is ahead of another, below zero behind it: they begin anew after 65535. */
export function ahead(sequence: number, other: number): number {
  return ((sequence - other) << 16) >> 16;
}
