/**
 * Reads an EncryptedAssertion, so that the gate can look into it before the library does. Only what the library can
 * decrypt too is taken, in a form that has one meaning.
 */
import { constants, createDecipheriv, type KeyObject, privateDecrypt } from 'node:crypto';
import { SsoRefused } from '../failures.ts';
import { ENCRYPTION, everyNode, is, type Node, onlyChild, SIGNATURE } from './tree.ts';
import { plainText } from './wire.ts';

const CIPHERS: Readonly<Record<string, { readonly name: 'gcm' | 'cbc'; readonly bits: 128 | 256 }>> = {
  'http://www.w3.org/2009/xmlenc11#aes128-gcm': { name: 'gcm', bits: 128 },
  'http://www.w3.org/2009/xmlenc11#aes256-gcm': { name: 'gcm', bits: 256 },
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc': { name: 'cbc', bits: 128 },
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc': { name: 'cbc', bits: 256 },
};

const OAEP = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';

/** RSA-OAEP is safe with SHA-1. The others are written as the library and its kin write them. */
const OAEP_DIGESTS: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
  'http://www.w3.org/2000/09/xmldsig#sha256': 'sha256',
  'http://www.w3.org/2000/09/xmldsig#sha512': 'sha512',
};

/**
 * The text of the assertion.
 * @throws SsoRefused (13) when it cannot be read
 */
export function decryptedText(encrypted: Node, key: KeyObject): string {
  const data = onlyChild(encrypted, ENCRYPTION, 'EncryptedData');
  const all = [...everyNode(encrypted)];
  const [encryptedKey, ...moreKeys] = all.filter((node) => is(node, ENCRYPTION, 'EncryptedKey'));
  const values = all.filter((node) => node.name === 'CipherValue');
  const info = onlyChild(data, SIGNATURE, 'KeyInfo');
  if (!data || !info || !encryptedKey || moreKeys.length > 0 || values.length !== 2) {
    throw new SsoRefused(13, 'the encrypted assertion has not one key and one text');
  }
  if (encryptedKey.parent !== info && encryptedKey.parent !== encrypted) {
    throw new SsoRefused(13, 'the key of the encrypted assertion stands where none belongs');
  }
  const cipher = CIPHERS[algorithmOf(data)];
  if (!cipher) throw new SsoRefused(13, `the encryption ${algorithmOf(data).slice(0, 100)} is not allowed`);
  try {
    return plainText(decipher(cipher, contentKey(encryptedKey, key), cipherBytes(data)), 13);
  } catch (error) {
    if (error instanceof SsoRefused) throw error;
    throw new SsoRefused(13, 'the encrypted assertion cannot be decrypted with the key of the site');
  }
}

function contentKey(encryptedKey: Node, key: KeyObject): Buffer {
  const method = onlyChild(encryptedKey, ENCRYPTION, 'EncryptionMethod');
  const digest = onlyChild(method, SIGNATURE, 'DigestMethod')?.attributes.get('Algorithm');
  const oaepHash = digest === undefined ? 'sha1' : OAEP_DIGESTS[digest];
  if (algorithmOf(encryptedKey) !== OAEP || oaepHash === undefined) {
    throw new SsoRefused(13, 'the key of the encrypted assertion is not wrapped by rsa-oaep-mgf1p');
  }
  return privateDecrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash },
    cipherBytes(encryptedKey),
  );
}

function decipher({ name, bits }: { name: 'gcm' | 'cbc'; bits: number }, key: Buffer, bytes: Buffer): Buffer {
  if (name === 'gcm') {
    const opened = createDecipheriv(`aes-${bits as 128}-gcm`, key, bytes.subarray(0, 12), {
      authTagLength: 16,
    });
    opened.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([opened.update(bytes.subarray(12, -16)), opened.final()]);
  }
  const opened = createDecipheriv(`aes-${bits}-cbc`, key, bytes.subarray(0, 16));
  opened.setAutoPadding(false);
  const padded = Buffer.concat([opened.update(bytes.subarray(16)), opened.final()]);
  // XML Encryption 5.2: the last byte counts the padding, the others are anything.
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > 16) throw new RangeError('padding');
  return padded.subarray(0, -padding);
}

function algorithmOf(node: Node): string {
  return onlyChild(node, ENCRYPTION, 'EncryptionMethod')?.attributes.get('Algorithm') ?? '';
}

function cipherBytes(node: Node): Buffer {
  const value = onlyChild(onlyChild(node, ENCRYPTION, 'CipherData'), ENCRYPTION, 'CipherValue');
  return Buffer.from(value?.text ?? '', 'base64');
}
