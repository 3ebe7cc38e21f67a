// Every sentence of e2e/faults.md, and every item of SECURITY.md, must name a test that exists:
// `node e2e/checkFaults.mjs`.
import { readClaims } from './claims.mjs';

const catalogues = readClaims();
const problems = catalogues.flatMap((catalogue) => catalogue.problems);
const claims = catalogues.reduce((sum, catalogue) => sum + catalogue.claims, 0);
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${claims} claims, each with its test`);
process.exitCode = problems.length === 0 ? 0 : 1;
