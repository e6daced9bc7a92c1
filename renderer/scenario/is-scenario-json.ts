/** What begins like a scenario, also where a comma is wrong in it. */
const looksLikeScenario = (text: string): boolean =>
  !/^\s*[{[]/.test(text) || /"steps"\s*:\s*\[/.test(text);

/** A file in JSON is a scenario where it has a list of steps; else it is of a project. */
export const isScenarioJson = (name: string, text: string): boolean => {
  if (!name.toLowerCase().endsWith('.json')) return true;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return false;
    return 'steps' in value && Array.isArray(value.steps);
  } catch {
    return looksLikeScenario(text);
  }
};
