import type { Documents, FaultLine } from '../../shared/contract/documents.ts';
import { messages } from '../messages.ts';

type World = Documents['world'];

const isBackendDownLine = ({ how, what, id, times }: FaultLine): boolean =>
  how === 'fail' && (what === 'backend' || what === 'all') && id === null && times === null;

/** Whether every request to the backend fails until it is healed. */
export const isBackendDown = ({ faults }: World): boolean => faults.some(isBackendDownLine);

/** One short phrase for each thing that is broken on purpose. */
export const brokenOnPurpose = ({ isOnline, isDiskFull, faults }: World): readonly string[] => [
  ...(isOnline ? [] : [messages.world.offlineFault]),
  ...(isDiskFull ? [messages.world.diskFullFault] : []),
  ...faults.map(messages.fault),
];
