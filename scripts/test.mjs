// `npm test`: the one command that runs every check and test and ends with `N passed, N failed`.
import { requireNode } from './lib/node-version.mjs';

if (requireNode()) {
  void import('./lib/test-all.mjs').then((module) => module.testAll());
}
