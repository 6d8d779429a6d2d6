/**
 * The key that the installation signs its SAML requests with, and that assertions are encrypted to: made when it is
 * first needed, and shared by every process through the database. At rest it is sealed under the installation's secret.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPair,
  hkdfSync,
  type KeyObject,
  X509Certificate,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { Clock } from '../../clock.ts';
import { type Database, UniqueViolation } from '../../database/database.ts';
import type { Random } from '../../random.ts';
import { Refusal } from '../../refusal.ts';
import { selfSignedCertificate } from './certificate.ts';

export interface OwnKey {
  readonly privateKey: KeyObject;
  /** PKCS #8. */
  readonly privateKeyPem: string;
  /** Base64 of the DER. */
  readonly certificate: string;
}

/** The secret of the installation is not the one that the key was sealed under. */
export class KeySealedOtherwise extends Refusal {
  constructor(name: string) {
    super(`the key ${name} in the database was sealed under another secret of the installation`);
  }
}

export type InstallationKey = ReturnType<typeof openInstallationKey>;

const NAME = 'saml';
const YEARS = 20;
const YEAR = 365.25 * 24 * 60 * 60_000;

interface KeyRow {
  readonly certificate: string;
  readonly sealed: Uint8Array;
}

function sealingKey(secret: Buffer, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `parlance ${name} key`, 32));
}

/** Nothing where it was sealed under another secret. */
function unsealed(secret: Buffer, name: string, sealed: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(sealed);
  try {
    const key = sealingKey(secret, name);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Whether a key of the database was sealed under that secret. */
export function opensInstallationKey(secret: Buffer, name: string, sealed: Uint8Array): boolean {
  return unsealed(secret, name, sealed) !== undefined;
}

export function openInstallationKey(database: Database, clock: Clock, random: Random, secret: Buffer) {
  const stored = database.prepare<{ name: string }, KeyRow>((db, p) =>
    db.selectFrom('installation_key').select(['certificate', 'sealed']).where('name', '=', p('name')),
  );
  const insert = database.prepare<
    { name: string; certificate: string; sealed: Buffer; now: number },
    unknown
  >((db, p) =>
    db.insertInto('installation_key').values({
      name: p('name'),
      certificate: p('certificate'),
      sealed: p('sealed'),
      created_at: p('now'),
    }),
  );
  let own: Promise<OwnKey> | undefined;

  function seal(privateKey: KeyObject): Buffer {
    const nonce = random.bytes(12);
    const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, NAME), nonce);
    const content = privateKey.export({ type: 'pkcs8', format: 'der' });
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  function opened({ certificate, sealed }: KeyRow): OwnKey {
    const key = unsealed(secret, NAME, sealed);
    if (!key) throw new KeySealedOtherwise(NAME);
    const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    return {
      privateKey,
      privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      certificate: new X509Certificate(certificate).raw.toString('base64'),
    };
  }

  async function make(): Promise<void> {
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    const now = clock.now();
    const der = selfSignedCertificate({
      privateKey,
      commonName: 'Parlance',
      serialNumber: random.bytes(16),
      notBefore: now,
      notAfter: now + YEARS * YEAR,
    });
    const certificate = new X509Certificate(der).toString();
    try {
      await database.write(async (tx) =>
        insert.run({ name: NAME, certificate, sealed: seal(privateKey), now }, tx),
      );
    } catch (error) {
      // Another process was first: its key is the one.
      if (!(error instanceof UniqueViolation)) throw error;
    }
  }

  async function read(): Promise<OwnKey> {
    if (!(await stored.first({ name: NAME }))) await make();
    const row = await stored.first({ name: NAME });
    if (!row) throw new KeySealedOtherwise(NAME);
    return opened(row);
  }

  return {
    /**
     * The key, made when there is none.
     * @throws KeySealedOtherwise when the stored key was sealed with another secret
     */
    own(): Promise<OwnKey> {
      own ??= read().catch((error: unknown) => {
        own = undefined;
        throw error;
      });
      return own;
    },
  };
}
