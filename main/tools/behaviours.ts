// `npm run behaviours`: every behaviour with the tests that carry its id; status 1 where a required
// one has none, or where a test names one that does not exist.
import path from 'node:path';
import { countLine, listingLines, problemLines } from './behaviours/coverage.ts';
import { coverProject } from './behaviours/project.ts';

const coverage = coverProject(path.resolve(import.meta.dirname, '..', '..'));
const problems = problemLines(coverage);
const lines = [...listingLines(coverage), '', ...problems, countLine(coverage)];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
