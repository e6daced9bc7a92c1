import { z } from 'zod';

/** A file of the disk's, as it is now; null: it is not there. */
const fileSchema = z
  .strictObject({
    /** Below the folder. */
    name: z.string(),
    sizeBytes: z.number(),
    /** When the response was stored, by the app's clock; null: it cannot be read. */
    storedAt: z.number().nullable(),
  })
  .nullable();

/** What a workflow needs of the CDN. */
const neededFileSchema = z.strictObject({
  kind: z.enum(['body', 'asset']),
  /** Its address; its name in the cache where nobody knows that. */
  address: z.string(),
  /** Null: it is not there. */
  sizeBytes: z.number().nullable(),
});

/** What is on disk, looked at and left as it is. */
export const diskSchema = z.strictObject({
  /** Where the caches of the project lie. */
  folder: z.string(),
  offerings: fileSchema,
  list: fileSchema,
  workflow: z
    .strictObject({
      /** Null: no envelope of it is saved. */
      envelope: z
        .strictObject({
          ...fileSchema.unwrap().shape,
          keep: z.enum(['prefetched', 'on-demand']),
          /** Null: it cannot be read. */
          action: z.enum(['inline', 'use_cdn']).nullable(),
        })
        .nullable(),
      files: z.array(neededFileSchema),
      /** How many there are besides. */
      unlisted: z.number(),
    })
    .nullable(),
  /** All of the file cache, of whatever workflow. */
  cacheBytes: z.number(),
  quarantine: z.strictObject({ count: z.number(), folder: z.string() }),
});

export type DiskState = z.output<typeof diskSchema>;
export type NeededFile = z.output<typeof neededFileSchema>;
/** A document on disk. */
export type StoredFile = NonNullable<z.output<typeof fileSchema>>;
