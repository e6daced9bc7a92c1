import { firstPhoneChoice, phoneChoiceSchema } from '../../../shared/contract/phone.ts';
import { packagesOnOffer } from '../../../shared/stage/circumstances.ts';
import { liveSource } from '../../phone/live-source.ts';
import { thisMachine } from '../../phone/own-hosts.ts';
import { createPhoneEvents } from '../../phone/phone-events.ts';
import type { PhoneSource } from '../../phone/phone-source.ts';
import type { PhoneWorld } from '../../phone/phone-world.ts';
import { servedSource } from '../../phone/served-source.ts';
import { openSettingsFile } from '../../store/settings-file.ts';
import type { Log } from '../log.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { RunningSession } from '../session/run-session.ts';
import { type PhoneDesk, createPhoneDesk } from './phone-desk.ts';

export interface OpenPhoneDeskOptions {
  /** The data folder. */
  readonly folder: string;
  readonly log: Log;
  /** The one that is open. */
  readonly project: () => OpenProject;
  readonly onChange: () => void;
}

/** What phones are answered from; what the store sells is as it is set up on the stage. */
const sourceOf = (
  { answers, identity, stage }: OpenProject,
  { clock }: RunningSession,
): PhoneSource =>
  answers.kind === 'live'
    ? liveSource(answers.live.host, answers.trust)
    : servedSource(answers.project, clock, (packages) =>
        packagesOnOffer(packages, identity.name, stage.read()).map(({ product }) => product),
      );

const worldOf = (project: OpenProject): PhoneWorld => {
  const { running } = project;
  const { faults, timeline, engine } = running.session;
  return Object.freeze({
    source: sourceOf(project, running),
    faults,
    clock: running.clock,
    events: createPhoneEvents((facts) =>
      timeline.record(facts, running.clock.now(), {
        user: engine.user(),
        generation: engine.generation(),
        rules: engine.rules(),
      }),
    ),
  });
};

/** The desk for phones, as the app has it: one world for each session. */
export const openPhoneDesk = ({
  folder,
  log,
  project,
  onChange,
}: OpenPhoneDeskOptions): PhoneDesk => {
  const worlds = new WeakMap<RunningSession, PhoneWorld>();
  const tell = (problem: string): void => log.write('phone', problem);

  const world = (): PhoneWorld => {
    const { running } = project();
    const known = worlds.get(running) ?? worldOf(project());
    worlds.set(running, known);
    return known;
  };

  return createPhoneDesk({
    file: openSettingsFile(folder, 'phone.json', phoneChoiceSchema, firstPhoneChoice, tell),
    machine: thisMachine,
    world,
    onChange,
    onProblem: (problem) => tell(`How phones are served is not on disk: ${problem}`),
  });
};
