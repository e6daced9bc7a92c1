import { appearances } from '../../shared/contract/documents.ts';
import { ruleSets } from '../../shared/policies.ts';
import { deviceIds, devices } from '../../shared/stage/devices.ts';
import { type ShortcutName, shortcutDeeds, shortcuts } from '../app/shortcuts.ts';
import type { WindowParts } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { languageChange, languageOptions } from '../stage/toolbar/languages.ts';
import { textSizes } from '../stage/toolbar/text-sizes.ts';
import { lookOfStage } from '../stage/pictures/sheet.ts';
import { listedItems } from '../state/selection.ts';
import { screenAt } from '../state/stage-scene.ts';
import { setUpWith } from '../state/stage-set-up.ts';
import { inspections } from '../state/ui-store.ts';
import { userName } from '../state/user-name.ts';
import { places } from '../state/world-status.ts';
import { latest } from '../timeline/lanes/view.ts';

const words = messages.palette;

export type CommandGroup = keyof (typeof messages)['palette']['groups'];

/** Something that can be done, or gone to, by its name. */
export interface PaletteCommand {
  readonly id: string;
  readonly group: CommandGroup;
  readonly word: string;
  /** What else it is found by. */
  readonly detail: string;
  readonly shortcut: ShortcutName | null;
  readonly run: () => void;
}

const command = (
  group: CommandGroup,
  word: string,
  run: () => void,
  detail = '',
): PaletteCommand => ({
  id: `${group} ${word} ${detail}`,
  group,
  word,
  detail,
  shortcut: null,
  run,
});

const groupsOfShortcuts: Readonly<Record<ShortcutName, CommandGroup>> = {
  palette: 'app',
  help: 'app',
  settings: 'app',
  scenarios: 'scenarios',
  network: 'world',
  backend: 'world',
  cdn: 'world',
  faults: 'world',
  fiveMinutes: 'world',
  search: 'offerings',
  foreground: 'world',
  coldStart: 'world',
  heal: 'world',
  askOfferings: 'offerings',
  askList: 'offerings',
  askWorkflow: 'offerings',
  pause: 'timeline',
  back: 'stage',
  previousScreen: 'stage',
  nextScreen: 'stage',
  previousDevice: 'stage',
  nextDevice: 'stage',
  rotate: 'stage',
  darkMode: 'stage',
  filmstrip: 'stage',
};

/** What has a shortcut is in the palette by that. */
const ofShortcuts = (parts: WindowParts): readonly PaletteCommand[] => {
  const deeds = shortcutDeeds(parts);
  return shortcuts
    .filter(({ name }) => name !== 'palette')
    .map(({ name }) => ({
      ...command(groupsOfShortcuts[name], messages.shortcuts[name], deeds[name]),
      shortcut: name,
    }));
};

const minuteMs = 60_000;
const steps = [
  { word: '+1 min', ms: minuteMs },
  { word: '+1 h', ms: 60 * minuteMs },
  { word: '+25 h', ms: 25 * 60 * minuteMs },
] as const;

const ofWorld = ({ stores, actions }: WindowParts): readonly PaletteCommand[] => {
  const { world } = messages;
  const known = stores.app.getState().app?.documents.identity.known ?? [];
  const way = (place: 'backend' | 'cdn') =>
    places[place].ways.map((each) =>
      command('world', world.chosen(world[place], world.ways[each]), () =>
        actions.setWay(place, each),
      ),
    );
  return [
    ...way('backend'),
    ...way('cdn'),
    ...steps.map(({ word, ms }) =>
      command('world', world.chosen(words.clock, word), () => actions.moveClock({ byMs: ms })),
    ),
    command('world', words.realClock, () => actions.setClock('real')),
    command('world', words.virtualClock, () => actions.setClock('virtual')),
    ...ruleSets.map((rules) =>
      command('world', world.chosen(world.rules, messages.rules[rules]), () =>
        actions.setRules(rules),
      ),
    ),
    ...known.map((user) =>
      command('world', words.switchTo(userName(user)), () => actions.switchUser(user), user),
    ),
    command('world', messages.user.logOut, actions.logOut),
    command('world', words.fillDisk, () => actions.setDiskFull(true)),
    command('world', words.releaseAll, actions.releaseAll),
    command('offerings', messages.caches.forceList, () => actions.askList(true)),
  ];
};

const ofStage = ({ stores, stage }: WindowParts): readonly PaletteCommand[] => {
  const { app, stage: store } = stores;
  const { paper, pending } = store.getState();
  const document = app.getState().app?.documents.stage;
  if (document === undefined) return [];
  const setUp = setUpWith(document, pending);
  const screen = screenAt(paper);
  const { stage: texts } = messages;
  const languages = languageOptions(screen?.locales ?? [], screen?.defaultLocale ?? null, setUp);
  const chosen = messages.world.chosen;
  return [
    ...[...deviceIds, 'free' as const].map((device) =>
      command(
        'stage',
        chosen(texts.device, device === 'free' ? texts.freeSize : devices[device].name),
        () => stage.change({ device }),
      ),
    ),
    ...languages.map(({ value, word }) =>
      command('stage', chosen(texts.language.label, word), () =>
        stage.change(languageChange(value)),
      ),
    ),
    ...textSizes.map(({ name, scale }) =>
      command('stage', chosen(texts.textSize, texts.textSizeOption(name, scale)), () =>
        stage.change({ textScale: scale }),
      ),
    ),
    ...(paper === null || screen === null
      ? []
      : [
          command('stage', words.picture, () =>
            stage.takePictures({
              ...paper.name,
              screenIds: [screen.id],
              looks: [lookOfStage(setUp)],
            }),
          ),
        ]),
  ];
};

const ofWindow = ({ stores, actions }: WindowParts): readonly PaletteCommand[] => {
  const { ui, timeline, events } = stores;
  return [
    ...inspections.map((each) =>
      command('inspector', words.inspect[each], () =>
        ui.setState({ inspection: each, view: each }),
      ),
    ),
    command('timeline', messages.timeline.clear, () =>
      timeline.setState({ clearedAt: events.getState().lastId, chosen: null, view: latest }),
    ),
    command('timeline', messages.timeline.unclear, () => timeline.setState({ clearedAt: null })),
    command('timeline', words.exportAll, () => void actions.exportTimeline('all')),
    command('timeline', words.exportShown, () => void actions.exportTimeline('shown')),
    command('app', messages.phone.open, () => ui.setState({ panel: 'phone' })),
    command('scenarios', words.record, actions.startRecording),
    command('app', words.export, () => ui.setState({ panel: 'export' })),
    command('app', words.saveReport, () => ui.setState({ panel: 'export' })),
    command('app', words.openFile, () => ui.setState({ panel: 'export' })),
    ...appearances.map((appearance) =>
      command(
        'app',
        messages.world.chosen(
          messages.settings.fields.appearance.label,
          messages.settings.appearances[appearance],
        ),
        () => actions.changeSettings({ appearance }),
      ),
    ),
    command('app', messages.inspector.disk.showFolder, actions.showDataFolder),
    command('app', messages.help.showLogs, actions.showLogs),
    command('app', words.hints, () => ui.setState({ readHints: [] })),
  ];
};

const ofProjects = ({ stores, actions }: WindowParts): readonly PaletteCommand[] => {
  const documents = stores.app.getState().app?.documents;
  if (documents === undefined) return [];
  const { project: open, projects } = documents;
  const { project: texts, live } = messages;
  const others = [{ id: 'demo', name: texts.demo, where: texts.kinds.demo }, ...projects];
  const isKept = projects.some(({ id }) => id === open.id);
  return [
    command('projects', texts.open, () => void actions.askForFolder()),
    command('projects', live.connect, () => stores.ui.setState({ panel: 'connectLive' })),
    ...(open.kind === 'live'
      ? [command('projects', live.edit, () => stores.ui.setState({ panel: 'editLive' }))]
      : []),
    command('projects', texts.save, () => stores.ui.setState({ panel: 'saveProject' })),
    ...(isKept
      ? [command('projects', texts.forget, () => stores.ui.setState({ panel: 'forgetProject' }))]
      : []),
    ...others
      .filter(({ id }) => id !== open.id)
      .map(({ id, name, where }) =>
        command('projects', words.openProject(name), () => actions.openProject(id), where ?? ''),
      ),
  ];
};

/** Every offering, and every workflow that none leads to. */
const ofOfferings = ({ stores }: WindowParts): readonly PaletteCommand[] => {
  const { app } = stores.app.getState();
  if (app === null) return [];
  return listedItems(app).map(({ kind, id, workflow, offering }) =>
    command(
      'goTo',
      id,
      () => stores.ui.setState({ selection: { kind, id } }),
      [workflow?.displayName, offering?.description].find((word) => word != null && word !== '') ??
        '',
    ),
  );
};

/** Everything that can be done now, in the order in which it stands while nothing is typed. */
export const paletteCommands = (parts: WindowParts): readonly PaletteCommand[] => [
  ...ofShortcuts(parts),
  ...ofWorld(parts),
  ...ofStage(parts),
  ...ofWindow(parts),
  ...ofProjects(parts),
  ...ofOfferings(parts),
];
