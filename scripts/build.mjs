// `npm run build`: the dashboard's standalone server and the command line, both compiled.
import { requireNode } from './lib/node-version.mjs';

if (requireNode()) {
  void import('./lib/build-all.mjs').then((module) => module.buildAll());
}
