import type { DiskCheck } from '../../shared/scenario/format.ts';
import type { DiskContents } from '../store/disk.ts';
import { countFinding } from './call-checks.ts';
import { type Finding, idList, sameText } from './finding.ts';

const presence = (isThere: boolean): string => (isThere ? 'present' : 'absent');

const sorted = (ids: readonly string[]): string => idList([...new Set(ids)].toSorted());

/** Compares the disk copies with what was expected of them. */
export const checkDisk = (contents: DiskContents, check: DiskCheck): readonly Finding[] => {
  const { list, offerings, envelopes, quarantined } = check;
  return [
    ...(list === undefined ? [] : [sameText('disk.list', list, presence(contents.list))]),
    ...(offerings === undefined
      ? []
      : [sameText('disk.offerings', offerings, presence(contents.offerings))]),
    ...(envelopes === undefined
      ? []
      : [sameText('disk.envelopes', sorted(envelopes), sorted(contents.envelopes))]),
    ...(quarantined === undefined
      ? []
      : [countFinding('disk.quarantined', quarantined, contents.quarantined)]),
  ];
};
