/** What the package is called, and so is the program. */
export const packageName = 'paywall-preview';

/** Where the app lies, as programs do that no distribution has. */
export const appFolder = `opt/${packageName}`;

/** The icon of the files that belong to the app: their media type, as icon themes write it. */
export const scenarioIconName = 'application-vnd.paywall-preview.scenario+yaml';

/** A version as Debian sorts them: what comes before a release is smaller than it. */
export const debVersion = (version: string): string => version.replace('-', '~');
