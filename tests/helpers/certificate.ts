import { type KeyObject, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate that was made for a test, by itself and for itself. */
export interface Certificate {
  /** Both in PEM. */
  readonly cert: string;
  readonly key: string;
}

export interface CertificateOptions {
  /** Default: `localhost`. */
  readonly name?: string;
  /** Default: a day ago until in a year. */
  readonly from?: Date;
  readonly until?: Date;
}

const day = 24 * 3_600_000;

const lengthOf = (bytes: number): Buffer => {
  if (bytes < 0x80) return Buffer.of(bytes);
  const digits = bytes < 0x100 ? [bytes] : [bytes >> 8, bytes & 0xff];
  return Buffer.of(0x80 | digits.length, ...digits);
};

/** One value in DER. */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const octets = (value: Buffer): Buffer => der(0x04, value);

const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const commonName = oid(0x55, 0x04, 0x03);
const subjectAltName = oid(0x55, 0x1d, 0x11);
const basicConstraints = oid(0x55, 0x1d, 0x13);
const yes = der(0x01, Buffer.of(0xff));

const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));

const timeOf = (date: Date): Buffer =>
  der(0x18, Buffer.from(`${date.toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')}Z`));

const extensionsFor = (name: string): Buffer =>
  sequence(
    sequence(basicConstraints, yes, octets(sequence(yes))),
    sequence(subjectAltName, octets(sequence(der(0x82, Buffer.from(name))))),
  );

const toBeSigned = (
  { name = 'localhost', from, until }: CertificateOptions,
  publicKey: KeyObject,
): Buffer => {
  const now = Date.now();
  return sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(name),
    sequence(timeOf(from ?? new Date(now - day)), timeOf(until ?? new Date(now + 365 * day))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensionsFor(name)),
  );
};

const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64')}\n-----END ${label}-----\n`;

/** Makes one; whoever is to trust it is given it as its own authority. */
export const makeCertificate = (options: CertificateOptions = {}): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const content = toBeSigned(options, publicKey);
  const signature = der(0x03, Buffer.of(0), sign('sha256', content, privateKey));
  return {
    cert: pem('CERTIFICATE', sequence(content, ecdsaWithSha256, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
