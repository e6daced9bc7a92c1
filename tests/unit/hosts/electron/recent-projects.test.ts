import { expect, it } from 'vitest';
import { menuTemplate } from '../../../../main/hosts/electron/menu.ts';
import { createRecentProjects } from '../../../../main/hosts/electron/recent-projects.ts';

const shop = { id: 'folder-0123456789abcdef', name: 'shop', where: '/home/ana/shop' };

it('the menu is told of what was open before, and again only when that is another list', () => {
  const recents = createRecentProjects();
  recents.show([shop]);
  const told: string[][] = [];
  recents.follow((projects) => told.push(projects.map(({ name }) => name)));
  recents.show([shop]);
  recents.show([]);
  expect(told).toEqual([['shop'], []]);
});

it('the menu opens one of them', () => {
  const opened: string[] = [];
  const nothing = (): void => undefined;
  const template = menuTemplate({
    platform: 'linux',
    hasDevTools: false,
    command: nothing,
    openScenario: nothing,
    showLogs: nothing,
    recent: [{ name: 'shop', open: () => opened.push('shop') }],
  });
  const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  const { submenu } = items.find(({ label }) => label === 'Open Recent') ?? {};
  const [first] = Array.isArray(submenu) ? submenu : [];
  (first?.click as () => void)();
  expect([first?.label, opened]).toEqual(['shop', ['shop']]);
});
