import { existsSync } from 'node:fs';
import path from 'node:path';

/** RevenueCat's own templates are not part of this repository; where they lie beside it, they are tested. */
export const templatesFolder = path.resolve(
  import.meta.dirname,
  '../../../shared/data/paywall-templates',
);

export const templatesFile = path.join(templatesFolder, 'offerings.json');

export const areTemplatesThere = existsSync(templatesFile);
