import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';
import { life } from './life.ts';
import { options } from './options.ts';

type Imitated = Pick<
  SafeStorage,
  | 'decryptStringAsync'
  | 'encryptStringAsync'
  | 'getSelectedStorageBackend'
  | 'isAsyncEncryptionAvailable'
>;

/** What a key ring would keep, for as long as the machine lives. */
const key = createHash('sha256').update('the key ring of the stand-in').digest();
const ivBytes = 12;
const tagBytes = 16;

const encrypt = (plainText: string): Buffer => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
};

const decrypt = (encrypted: Buffer): string => {
  const iv = encrypted.subarray(0, ivBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(encrypted.subarray(ivBytes, ivBytes + tagBytes));
  const body = encrypted.subarray(ivBytes + tagBytes);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
};

export const safeStorage = {
  getSelectedStorageBackend: () => (life.isReady ? options.storageBackend : 'unknown'),
  isAsyncEncryptionAvailable: async () => {
    life.needReady('safeStorage');
    return true;
  },
  encryptStringAsync: async (plainText) => encrypt(plainText),
  decryptStringAsync: async (encrypted) => ({
    result: decrypt(encrypted),
    shouldReEncrypt: false,
  }),
} satisfies Imitated;
