import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROVIDERS } from './catalog/index';
import { providerDocument } from './document';
import { sampleSetting } from './sample-setting.fixture';

const FOLDER = 'docs/providers';
test.each(PROVIDERS.map(({ id }) => id))(
  'docs/providers/%s.md is current (npm run golden rewrites it)',
  (id) => {
    const { provider, setting } = sampleSetting(id);
    const text = providerDocument(provider, setting);
    const file = join(FOLDER, `${id}.md`);
    if (process.env.GOLDEN === 'write') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file) ? readFileSync(file, 'utf8') : 'not there').toBe(text);
  },
);

test('there is a page of every provider, and of nothing else', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(PROVIDERS.map(({ id }) => `${id}.md`).toSorted());
});
