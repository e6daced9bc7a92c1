import type { OpenScenario } from '../../shared/contract/documents.ts';
import type { AppState } from '../../shared/contract/stream.ts';
import type { UiState } from './ui-store.ts';

/** The scenario that the window shows; what was closed here is gone before the app says so. */
export const shownScenario = (
  app: AppState | null,
  { closedScenario }: Pick<UiState, 'closedScenario'>,
): OpenScenario | null => {
  const open = app?.documents.scenario ?? null;
  return open?.id === closedScenario ? null : open;
};
