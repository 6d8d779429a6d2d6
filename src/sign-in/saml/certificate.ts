/**
 * A self-signed X.509 certificate, which Node can read but not make: the few pieces of DER that one is written with
 * (RFC 5280, ITU-T X.690).
 */
import { createPublicKey, type KeyObject, sign } from 'node:crypto';

export interface CertificateOptions {
  /** RSA. */
  readonly privateKey: KeyObject;
  /** The subject, and the issuer. */
  readonly commonName: string;
  /** Positive. */
  readonly serialNumber: Buffer;
  /** Epoch milliseconds; seconds are kept. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** The tags of X.690. */
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const NULL = 0x05;
const OBJECT_IDENTIFIER = 0x06;
const UTF8_STRING = 0x0c;
const GENERALIZED_TIME = 0x18;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const EXPLICIT_0 = 0xa0;

/** 1.2.840.113549.1.1.11 */
const SHA256_WITH_RSA = Buffer.from('2a864886f70d01010b', 'hex');
/** 2.5.4.3 */
const COMMON_NAME = Buffer.from([0x55, 0x04, 0x03]);

/** Its DER. */
export function selfSignedCertificate(options: CertificateOptions): Buffer {
  const { privateKey, commonName, serialNumber, notBefore, notAfter } = options;
  const algorithm = der(SEQUENCE, der(OBJECT_IDENTIFIER, SHA256_WITH_RSA), der(NULL));
  const attribute = der(
    SEQUENCE,
    der(OBJECT_IDENTIFIER, COMMON_NAME),
    der(UTF8_STRING, Buffer.from(commonName)),
  );
  const name = der(SEQUENCE, der(SET, attribute));
  const version3 = der(EXPLICIT_0, der(INTEGER, Buffer.from([2])));
  const toBeSigned = der(
    SEQUENCE,
    version3,
    der(INTEGER, positive(serialNumber)),
    algorithm,
    name,
    der(SEQUENCE, time(notBefore), time(notAfter)),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  return der(SEQUENCE, toBeSigned, algorithm, der(BIT_STRING, Buffer.from([0]), signature));
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

function length(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.from([bytes]);
  const hex = bytes.toString(16);
  const digits = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits]);
}

/** No needless zeros, and none too few: the highest bit is the sign. */
function positive(number: Buffer): Buffer {
  const first = number.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Buffer.from([0]) : number.subarray(first);
  return (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits;
}

/** Two digits of the year until 2049, four from then on (RFC 5280, 4.1.2.5). */
function time(epochMs: number): Buffer {
  const digits = `${new Date(epochMs).toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z`;
  return Number(digits.slice(0, 4)) < 2050
    ? der(UTC_TIME, Buffer.from(digits.slice(2)))
    : der(GENERALIZED_TIME, Buffer.from(digits));
}
