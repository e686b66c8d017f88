// What the house asks of every file, and what no linter can say.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '@/lib/findings/rules/index';
import { PROVIDERS } from '@/lib/providers/catalog/index';

const files = (folder: string, matches: (name: string) => boolean): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', '.next', 'dist', '.venv'].includes(entry.name) ? [] : files(path, matches);
    return matches(entry.name) ? [path] : [];
  });

const sources = files('lib', (name) => /\.tsx?$/.test(name));

describe('every file under lib', () => {
  it('begins with a sentence that tells its purpose', () => {
    const silent = sources.filter(
      (file) =>
        !/\.test\.ts$/.test(file) &&
        !/^(#!.*\n)?(\/\/ [A-Za-z`]|\/\*\*? ?[A-Z]|'use |import 'server-only')/.test(
          readFileSync(file, 'utf8'),
        ),
    );
    expect(silent).toEqual([]);
  });

  it('is named in kebab-case', () => {
    expect(
      sources.filter((file) => !/^[a-z0-9-]+(\.[a-z]+)*\.tsx?$/.test(file.split('/').at(-1) ?? '')),
    ).toEqual([]);
  });

  it('stays short enough to be read', () => {
    const long = sources.filter(
      (file) =>
        !/\.(test|fixture)\.ts$|\/glyphs\.ts$|text-metrics\.ts$/.test(file) &&
        readFileSync(file, 'utf8').split('\n').length > 400,
    );
    expect(long).toEqual([]);
  });
});

describe('no file', () => {
  it('keeps the marks of a merge that was not finished', () => {
    const texts = files('.', (name) => /\.(tsx?|mjs|js|css|json|md|ya?ml|html|svg)$/.test(name));
    const marked = texts.filter((file) => /^(<{7}|>{7}|\|{7}) /m.test(readFileSync(file, 'utf8')));
    expect(marked).toEqual([]);
  });
});

describe('no test', () => {
  it('is skipped, focused or left for later', () => {
    const tests = [...sources, ...files('e2e', () => true), ...files('components', () => true)].filter(
      (file) => /\.(test|spec)\.tsx?$/.test(file),
    );
    const loose = tests.filter((file) =>
      /\b(it|test|describe)\.(skip|only|todo|fixme)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(loose).toEqual([]);
  });
});

describe('every registry', () => {
  const seams = [
    'scan/collectors',
    'template/resource-types',
    'model/resources',
    'iam/operators',
    'messages/wordings',
    'providers/catalog',
    'findings/rules',
    'export/formats',
    'export/reports',
    'cli/commands',
  ];

  it.each(seams)('lib/%s lists each of its files', (seam) => {
    const folder = join('lib', seam);
    const index = readFileSync(join(folder, 'index.ts'), 'utf8');
    const peers = readdirSync(folder).filter(
      (name) =>
        statSync(join(folder, name)).isFile() &&
        name.endsWith('.ts') &&
        !/^index\.|\.(test|fixture)\./.test(name),
    );
    expect(peers.filter((name) => !index.includes(`'./${name.replace(/\.ts$/, '')}'`))).toEqual([]);
  });
});

describe('every finding rule', () => {
  it('has a kebab id of its own, a reason, a remedy and a source', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(rule.why.length).toBeGreaterThan(40);
      expect(rule.remedy.length).toBeGreaterThan(20);
      for (const source of rule.sources) expect(source).toMatch(/^https:\/\//);
      expect(rule.sources.length).toBeGreaterThan(0);
    }
  });

  it('has a test in which it fires, one in which it is silent and one in which it cannot tell', () => {
    for (const rule of RULES) {
      const test = readFileSync(join('lib/findings/rules', `${rule.id}.test.ts`), 'utf8');
      for (const word of ['fires', 'is silent', 'cannot tell'])
        expect(test, `${rule.id} lacks a case that ${word}`).toContain(word);
    }
  });
});

describe('every action provider', () => {
  it('has an id of its own and a documentation page', () => {
    expect(new Set(PROVIDERS.map((provider) => provider.id)).size).toBe(PROVIDERS.length);
    for (const provider of PROVIDERS) expect(provider.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});

describe('every package', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { license?: string }>;
  };

  it('comes under a licence that decision 6 allows', () => {
    const barred = Object.entries(lock.packages).filter(
      ([, { license = '' }]) => /\b(A?GPL|SSPL|BUSL)/i.test(license) && !/LGPL|\bOR\b/i.test(license),
    );
    expect(barred.map(([name, { license }]) => `${name} ${license}`)).toEqual([]);
  });

  it('has a reason in decision 9', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const reasons = readFileSync('docs/decisions/0009-dependencies.md', 'utf8');
    const names = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
    const unexplained = names.filter(
      (name) =>
        !reasons.includes(
          name
            .replace(/^@types\/.*/, '@types/*')
            .replace(/^(@aws-sdk)\/client-.*/, '$1/client-')
            .replace(/^@(biomejs)\/biome/, 'biome')
            .replace(/^@(smithy)\/.*/, '@$1/')
            .replace('@aws-sdk/', '')
            .replace('@fontsource-variable/', ''),
        ),
    );
    expect(unexplained).toEqual([]);
  });
});

describe('the table of doors', () => {
  it('is the same in ARCHITECTURE.md and in the check', async () => {
    const cruiser = (await import('../.dependency-cruiser.mjs')) as unknown as {
      doors: Record<string, readonly string[]>;
    };
    const text = readFileSync('ARCHITECTURE.md', 'utf8');
    for (const [room, allowed] of Object.entries(cruiser.doors)) {
      const name = room.replace('lib/', '');
      const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
      if (row === undefined) continue;
      const cell = row.split('|')[3]?.trim() ?? '';
      if (cell.startsWith('all of the above') || cell.startsWith('see')) continue;
      const listed = cell === 'nothing' ? [] : cell.split(/[,;] /);
      expect(listed.toSorted(), `the row of ${name}`).toEqual(
        allowed.map((one) => one.replace('lib/', '')).toSorted(),
      );
    }
  });
});
