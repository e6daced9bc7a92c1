import { useCallback } from 'react';
import { hasReportEnding } from '../../shared/report/file.ts';
import { type WindowParts, useWindowParts } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { isScenarioJson } from './is-scenario-json.ts';
import { readDropped } from './read-dropped.ts';

/** Opens what somebody dropped or chose: a report, a scenario, or the JSON of a project. */
export const openFiles = async (
  { stores, actions }: Pick<WindowParts, 'stores' | 'actions'>,
  files: readonly File[],
): Promise<void> => {
  const [file] = files;
  if (file !== undefined && files.length === 1 && hasReportEnding(file.name)) {
    await actions.openReport(file);
    return;
  }
  const dropped = await readDropped(files);
  if (!dropped.ok) {
    const { refused: title } = messages.drop;
    stores.notices.add({ tone: 'note', title, text: dropped.message });
    return;
  }
  const { name, text } = dropped;
  if (isScenarioJson(name, text)) actions.openScenario(name, text);
  else actions.openJson(name, text);
};

/** As `openFiles`, for a component. */
export const useOpenFiles = (): ((files: readonly File[]) => void) => {
  const parts = useWindowParts();
  return useCallback(
    (files: readonly File[]) => {
      void openFiles(parts, files);
    },
    [parts],
  );
};
