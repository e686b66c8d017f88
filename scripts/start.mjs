// `npm start`: the one command that installs, builds and serves the dashboard.
// This file and node-version.mjs stay readable to an old Node, so that it can be told so in one line.
import { requireNode } from './lib/node-version.mjs';

if (requireNode()) {
  void import('./lib/serve.mjs').then((module) => module.serve());
}
