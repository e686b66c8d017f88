// No collector can make another call than those from which the read-only role is made: the type gives it nothing but `ask` and
// `pages`, these refuse what is not declared, and here stands that what is declared is what is sent.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectors } from './index';

interface Command {
  readonly constructor: { readonly name: string };
}
/** At run time a declared call is a whole one. */
interface Sent {
  readonly name: string;
  readonly send: (client: object, input: object) => Promise<unknown>;
}

const calls = collectors.flatMap((collector) => collector.calls) as unknown as readonly Sent[];

test.each(calls.map((call) => [call.name, call] as const))(
  '%s sends what it says',
  async (name, { send }) => {
    const sent: string[] = [];
    const client = {
      send: async (command: Command) => {
        sent.push(command.constructor.name);
        return {};
      },
    };
    await send(client, {});
    expect(sent).toEqual([`${name.slice(name.indexOf(':') + 1)}Command`]);
  },
);

/** Every file that may import the SDK: the collectors, and what several of them share. */
const FOLDER = new URL('..', import.meta.url);
const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }))
  .filter(({ text }) => text.includes("from '@aws-sdk/") || text.includes("import('@aws-sdk/"));

test('the SDK is used where calls are declared, and nowhere else in a collector', () => {
  expect(sources.length).toBeGreaterThan(10);
  for (const { name, text } of sources.filter((one) => one.name.startsWith('collectors/'))) {
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    expect([name, count(/\.send\(/g)]).toEqual([name, count(/\bcall\(/g)]);
    // A client is made of the config that the scan lends: its caps, its sockets, its credentials.
    expect([name, count(/\bnew \w+Client\(/g)]).toEqual([
      name,
      count(/\bnew \w+Client\((\{\s*\.\.\.)?config\b/g),
    ]);
  }
});

test('what speaks to AWS outside the collectors asks who we are, and makes clients', () => {
  const commands = sources
    .filter((one) => !one.name.startsWith('collectors/'))
    .flatMap(({ name, text }) =>
      /\bcall\(/.test(text)
        ? []
        : [...text.matchAll(/new (\w+Command)\(/g)].map(([, command]) => `${name} ${command}`),
    );
  expect(commands).toEqual(['caller-identity.ts GetCallerIdentityCommand']);
});
