/** The secrets of webhooks: messages are signed with them, so they are kept sealed and not hashed. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Random } from '../random.ts';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** @param installationKey the installation's secret */
export function openSecretSealing(installationKey: Buffer, random: Random) {
  const key = Buffer.from(hkdfSync('sha256', installationKey, '', 'secrets of webhooks', 32));
  return {
    seal(secret: string): Buffer {
      const nonce = random.bytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },

    /** Nothing when it was sealed under another key, or is damaged. */
    open(sealed: Uint8Array): string | undefined {
      const bytes = Buffer.from(sealed);
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
        decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString();
      } catch {
        return undefined;
      }
    },
  };
}

export type SecretSealing = ReturnType<typeof openSecretSealing>;
