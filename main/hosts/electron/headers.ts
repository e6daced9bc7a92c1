import { type Headers, previewHeaders, windowHeaders } from '../pages/headers.ts';
import type { Part } from './resolve-app-url.ts';
import { previewOrigin, windowOrigin } from './scheme.ts';

/** The headers of whatever an origin serves, also of what is not there. */
export const headersFor = (part: Part): Headers =>
  part === 'window' ? windowHeaders("'none'", previewOrigin) : previewHeaders([windowOrigin]);
