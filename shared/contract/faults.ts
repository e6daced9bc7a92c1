import { z } from 'zod';
import { connectFaults, faultScopes, isFaultStatus, socketFaults } from '../faults.ts';
import { text } from './text.ts';

/** What is broken: all requests of a kind, or those for one thing. */
export const targetSchema = z.strictObject({ what: z.enum(faultScopes), id: text.exactOptional() });

/** How it fails: the name of a fault, or a status. */
export const faultKindSchema = z.union([
  z.enum([...connectFaults, ...socketFaults]),
  z.number().refine(isFaultStatus),
]);
