import { expect, it } from 'vitest';
import { isScenarioJson } from '../../../renderer/scenario/is-scenario-json.ts';

it.each([
  ['a.yaml', '{}', true],
  ['a.pwscenario', '{}', true],
  ['a.json', '{"format": 1, "steps": []}', true],
  ['a.json', '{"format": 1, "steps": [,]}', true],
  ['a.json', 'format: 1', true],
  ['A.JSON', '{"steps": {}, "screens": {}}', false],
  ['a.json', '{"offerings": []', false],
  ['a.json', '[]', false],
])('%s with %s is a scenario: %s', (name, text, isScenario) => {
  expect(isScenarioJson(name, text)).toBe(isScenario);
});
