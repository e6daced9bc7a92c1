import type { Argument, Handlers } from '../../../shared/contract/calls.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { recordingFirst } from '../guest/guest-desk.ts';
import type { Desk } from '../handlers.ts';

/** What a window may do with scenario files. */
const fileHandlers = ({ scenarios, library }: Desk) =>
  ({
    openScenario: ({ name, text }) => scenarios.openText(name, text),
    playScenario: ({ id }) => scenarios.play(id),
    closeScenario: ({ id }) => scenarios.close(id),
    listScenarios: () => done(library.list()),
    openListed: (wanted) => {
      const found = library.find(wanted);
      return found.ok ? scenarios.openFile(found.value) : found;
    },
    removeListed: ({ name }) => library.remove(name),
    renameListed: ({ name, title }) => library.rename(name, title),
    compareRules: ({ id, rules }) => scenarios.compare(id, rules),
  }) satisfies Partial<Handlers>;

/** What a window may do with the session that stands in the place of the person's own. */
const guestHandlers = (desk: Desk) => {
  const { scenarios, library, guests, projects, places, services } = desk;
  /** One that cannot be shown is still open. */
  const show = async ({ id, isPlaying }: Argument<'showScenario'>): Promise<Outcome<null>> => {
    if (guests.isRecording()) return recordingFirst;
    const taken = scenarios.take(id);
    return taken.ok ? guests.show(taken.value, isPlaying) : taken;
  };

  return {
    showScenario: show,
    steerScenario: ({ id, how }) => guests.steer(id, how),
    startRecording: () => {
      const start = projects.current().recordingStart();
      return typeof start === 'string' ? problem('refused', start) : guests.record(start);
    },
    addCheck: ({ id, about }) => guests.addCheck(id, about),
    addMark: ({ id }) => guests.addMark(id),
    undoStep: ({ id }) => guests.undo(id),
    stopRecording: ({ id }) => guests.stop(id),
    saveScenario: async ({ id, name, description }) => {
      const text = guests.textOf(id, name, description);
      if (!text.ok) return text;
      const saved = library.save(name, text.value);
      if (!saved.ok) return saved;
      guests.leave(id);
      return done({
        file: saved.value,
        hindrance: await services.showFolder(places.scenarios),
      });
    },
    leaveGuest: ({ id }) => guests.leave(id),
  } satisfies Partial<Handlers>;
};

/** All about scenarios. */
export const scenarioHandlers = (desk: Desk) =>
  ({ ...fileHandlers(desk), ...guestHandlers(desk) }) satisfies Partial<Handlers>;
