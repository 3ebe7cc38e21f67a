#!/usr/bin/env node
// What the package runs: `image-builds`. A Node that is too old is told so before it reads more.
import '../demandNode.mjs';

await import('../main.ts');
