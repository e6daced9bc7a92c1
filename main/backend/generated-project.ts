import type { ProjectSpec } from '../../shared/scenario/project-spec.ts';
import type { ServedProject } from './backend.ts';
import { generatedEntry } from './generated-entry.ts';
import { generatedOfferings } from './generated-offerings.ts';
import { createServedProject } from './served-project.ts';

/** A project that is made from a scenario's description. */
export const createGeneratedProject = (spec: ProjectSpec): ServedProject =>
  createServedProject({
    name: 'Scenario project',
    entries: spec.workflows.map(generatedEntry),
    offerings: generatedOfferings(spec.offerings),
    list: {},
    asset: () => null,
  });
