import type { Area, Finding, FindingKind } from '../../../shared/paywall/preview-page.ts';
import { areaOf } from '../geometry.ts';

export const finding = (
  kind: FindingKind,
  subject: string,
  detail: string,
  area: Area,
): Finding => ({ kind, subject, detail, area: areaOf(area) });
