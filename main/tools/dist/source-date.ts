/** Where nobody says of when it is: before every file, so that all of them are of the same time. */
const longAgo = Date.UTC(1980, 0, 1) / 1000;

/** The time that a package is said to be of, in seconds since 1970: not when it was made. */
export const sourceDate = (env: NodeJS.ProcessEnv): number => {
  const given = env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d+$/.test(given) ? Number(given) : longAgo;
};
