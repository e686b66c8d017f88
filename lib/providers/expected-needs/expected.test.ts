// Every provider asks exactly what the list says that AWS says: nothing is missing, and nothing is made up.
import { describe, expect, it } from 'vitest';
import { askedRows } from '../asked-rows.fixture';
import { PROVIDERS } from '../catalog/index';
import { sampleSetting } from '../sample-setting.fixture';
import { SAMPLES } from '../samples.fixture';
import { BUILDS } from './builds.fixture';
import { spelledOut } from './expected.fixture';
import { INVOKES_AND_RULES } from './invokes-and-rules.fixture';
import { MACHINES } from './machines.fixture';
import { SOURCES } from './sources.fixture';
import { STACKS } from './stacks.fixture';

const ALL = [...SOURCES, ...BUILDS, ...STACKS, ...MACHINES, ...INVOKES_AND_RULES];

describe.each(PROVIDERS.map(({ id }) => id))('%s', (id) => {
  const mine = ALL.filter((one) => one.id === id);

  it('stands in the list, with the page of AWS that its own file names', () => {
    expect(mine.map(({ when }) => when)).toContain('');
    for (const { source } of mine) expect(source).toBe(PROVIDERS.find((one) => one.id === id)?.docs);
  });

  it.each(mine)('asks what the list says $when', ({ configuration, facts, rows }) => {
    const { provider, setting } = sampleSetting(id, {
      configuration: { ...SAMPLES[id]?.configuration, ...configuration },
      ...(facts === undefined ? {} : { facts }),
    });
    expect(askedRows(provider, setting)).toEqual(spelledOut(rows));
  });
});
