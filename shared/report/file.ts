/** What can be told of a report's file before it is read. */

export const reportEnding = '.zip';

export const hasReportEnding = (name: string): boolean => name.toLowerCase().endsWith(reportEnding);

/** As it lies there, compressed. */
export const largestReportBytes = 64_000_000;

/** A window hands over a file that was dropped on it in parts of so many bytes. */
export const reportPartBytes = 1_500_000;

/** As text that a call can carry. */
export const longestReportPart = Math.ceil(reportPartBytes / 3) * 4;

/** What a call about the world is answered with while a report is shown. */
export const nothingChanges = 'This is a report: nothing can be changed in it.';
