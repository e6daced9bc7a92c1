import type { AppUserId } from '../../shared/model/ids.ts';

/** What an endpoint's address is made of. */
export interface EndpointQuestion {
  readonly endpoint: 'offerings' | 'list' | 'detail';
  readonly user: AppUserId;
  /** The workflow or offering id of a detail. */
  readonly id?: string;
  /** Which workflows a list is asked for; without it, the backend's own choice. */
  readonly type?: string;
}

// A lone surrogate cannot be encoded and would throw; it is no legal id anyway.
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

const query = (type: string | undefined): string =>
  type === undefined ? '' : `?type=${encode(type)}`;

/** Path and query on the main host. */
export const mainPath = ({ endpoint, user, id = '', type }: EndpointQuestion): string => {
  const subscriber = `/v1/subscribers/${encode(user)}`;
  if (endpoint === 'offerings') return `${subscriber}/offerings`;
  if (endpoint === 'list') return `${subscriber}/workflows${query(type)}`;
  return `${subscriber}/workflows/${encode(id)}`;
};

/** Path and query on the fallback host, where nothing depends on the user (purchases-android #3608). */
export const fallbackPath = ({ endpoint, id = '', type }: EndpointQuestion): string => {
  if (endpoint === 'offerings') return '/v1/offerings';
  if (endpoint === 'list') return `/workflows/v1/workflows${query(type)}`;
  return `/workflows/v1/workflows/${encode(id)}`;
};
