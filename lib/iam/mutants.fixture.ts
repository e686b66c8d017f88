// The evaluator with one line of it changed, loaded beside the true one.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import type { authorize } from './authorize';
import type { readRequest } from './read-request';

export interface Mutation {
  /** Path under `lib/iam`, without its ending. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly from: string;
  readonly to: string;
}

export interface Evaluator {
  readonly authorize: typeof authorize;
  readonly readRequest: typeof readRequest;
}

type Load = (module: { exports: object }, exports: object, require: (path: string) => object) => void;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IAM = join(ROOT, 'lib/iam');
const compiled = new Map<string, Load>();

/** The evaluator under the mutation; the true one under none. Throws where the mutation does not fit the file any more. */
export function mutant(mutation: Mutation | null): Evaluator {
  const loaded = new Map<string, { exports: object }>();
  const target = mutation === null ? null : join(IAM, `${mutation.file}.ts`);
  const load = (path: string): object => {
    const kept = loaded.get(path);
    if (kept) return kept.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const run = path === target && mutation ? compile(mutated(path, mutation)) : plain(path);
    run(module, module.exports, (asked) => load(resolved(asked, path)));
    return module.exports;
  };
  return {
    ...(load(join(IAM, 'authorize.ts')) as Pick<Evaluator, 'authorize'>),
    ...(load(join(IAM, 'read-request.ts')) as Pick<Evaluator, 'readRequest'>),
  };
}

function plain(path: string): Load {
  const kept = compiled.get(path) ?? compile(readFileSync(path, 'utf8'));
  compiled.set(path, kept);
  return kept;
}

function compile(source: string): Load {
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs', target: 'node20' });
  return new Function('module', 'exports', 'require', code) as Load;
}

function mutated(path: string, { file, from, to }: Mutation): string {
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`\`${from}\` does not stand exactly once in ${file}`);
  return source.replace(from, () => to);
}

function resolved(asked: string, from: string): string {
  return `${asked.startsWith('@/') ? join(ROOT, asked.slice(2)) : join(dirname(from), asked)}.ts`;
}
