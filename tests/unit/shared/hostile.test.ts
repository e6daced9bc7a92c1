import { describe, expect, it } from 'vitest';
import { collectAssets } from '../../../shared/model/assets.ts';
import { decodeOfferings } from '../../../shared/model/offerings.ts';
import { decodeWorkflow } from '../../../shared/model/workflow.ts';
import { decodeWorkflowsList } from '../../../shared/model/workflows-list.ts';
import { problemOf, wireScreen, workflowOf } from './bodies.ts';

const many = (member: string, count: number): string => `[${Array(count).fill(member).join()}]`;

describe('a hostile body', () => {
  it('names its first bad entry, however many there are', () => {
    expect([
      problemOf(decodeOfferings(`{"offerings":${many('{}', 200_000)}}`)),
      problemOf(decodeWorkflowsList(`{"workflows":${many('{}', 200_000)}}`)),
    ]).toEqual([
      expect.stringMatching(/^offerings\.0\.identifier: /),
      expect.stringMatching(/^workflows\.0\.id: /),
    ]);
  });

  it('cannot make a problem as long as its keys', () => {
    const key = 'k'.repeat(1_000_000);
    const body = {
      id: 'a',
      display_name: '',
      initial_step_id: '',
      steps: { [key]: 1 },
      screens: {},
    };
    expect(problemOf(decodeWorkflow(JSON.stringify(body)))?.length).toBeLessThan(400);
  });

  it('has no icon whose address is longer than any is', () => {
    const icon = (folder: string): unknown => ({ base_url: folder, formats: { webp: 'a.webp' } });
    const workflow = workflowOf({
      screens: {
        sc: wireScreen({
          components_config: { long: icon('/'.repeat(150_000)), good: icon('https://a.test///') },
        }),
      },
    });
    expect(collectAssets(workflow)).toEqual([{ kind: 'icon', url: 'https://a.test/a.webp' }]);
  });
});
