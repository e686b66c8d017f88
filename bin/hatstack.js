#!/usr/bin/env node
import { existsSync } from 'node:fs';

const compiled = new URL('../dist/hatstack.mjs', import.meta.url);
if (existsSync(compiled)) await import(compiled);
else {
  console.error('hatstack is not compiled yet: run `npm run build`');
  process.exitCode = 2;
}
