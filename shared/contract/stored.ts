import { z } from 'zod';

type Shapes = Readonly<Record<string, z.ZodType>>;

/** As it stands in a file, of whatever version: what is not there or makes no sense is the default. */
export const storedSchema = <T extends object>(shapes: Shapes, defaults: T): z.ZodType<T> =>
  z.record(z.string(), z.unknown()).transform((stored) => {
    const read = Object.entries(shapes).map(([key, schema]) => {
      const parsed = schema.safeParse(stored[key]);
      return [key, parsed.success ? parsed.data : defaults[key as keyof T]];
    });
    return Object.fromEntries(read) as T;
  });
