// hatstack simulate: one line in, one line out, in order, whatever the lines hold.
import { describe, expect, it } from 'vitest';
import type { Io } from '../command';
import { simulate, simulateCommand } from './simulate';

const REQUEST = {
  id: '1',
  principal: 'arn:aws:iam::111111111111:role/hub',
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::222222222222:role/deploy',
  context: { 'aws:RequestedRegion': 'us-east-2', 'sts:ExternalId': null, 'aws:SourceIp': { unknown: true } },
  closed: true,
  policies: {
    identity: [statement({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*', Sid: 'Assume' })],
    resource: statement({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '111111111111' } }),
  },
};

function statement(one: object) {
  return { Version: '2012-10-17', Statement: [one] };
}

async function simulated(...chunks: readonly (string | Uint8Array)[]) {
  const lines: string[] = [];
  const io: Io = { out: (line) => lines.push(line), err: () => {}, env: {}, isTerminal: false };
  async function* stream() {
    yield* chunks;
  }
  const exitCode = await simulate(stream(), io);
  return { exitCode, answers: lines.map((line) => JSON.parse(line)) };
}

describe('simulate', () => {
  it('answers a request with verdict, layer, evidence and what is not known', async () => {
    const { exitCode, answers } = await simulated(`${JSON.stringify(REQUEST)}\n`);
    expect(exitCode).toBe(0);
    expect(answers).toEqual([
      {
        id: '1',
        verdict: 'allowed',
        by: 'resource',
        evidence: [
          { policy: 'resource', statement: 0, effect: 'Allow' },
          { policy: 'identity/0', statement: 0, sid: 'Assume', effect: 'Allow' },
        ],
        undetermined: [],
      },
    ]);
  });

  it('names what was not read and what only the request can tell', async () => {
    const guarded = statement({
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    });
    const unread = { ...REQUEST, policies: { ...REQUEST.policies, resource: { unknown: true } } };
    const depends = { ...REQUEST, policies: { ...REQUEST.policies, identity: [guarded] } };
    const { answers } = await simulated(`${JSON.stringify(unread)}\n${JSON.stringify(depends)}\n`);
    expect(answers.map(({ verdict, undetermined }) => ({ verdict, undetermined }))).toEqual([
      { verdict: 'unknown', undetermined: ['resource'] },
      { verdict: 'depends', undetermined: ['aws:SourceIp'] },
    ]);
    expect(answers.map(({ allowIf }) => allowIf)).toEqual([
      undefined,
      { operator: 'IpAddress', key: 'aws:SourceIp', values: ['10.0.0.0/8'] },
    ]);
  });

  it.each([
    ['not JSON', 'nonsense', null],
    ['no object', '[1]', null],
    ['no principal', JSON.stringify({ ...REQUEST, id: 7, principal: undefined }), 7],
    ['a principal that is none', JSON.stringify({ ...REQUEST, principal: 'arn:aws:s3:::b' }), '1'],
    ['an action without a service', JSON.stringify({ ...REQUEST, action: 'AssumeRole' }), '1'],
    ['a context key without a value', JSON.stringify({ ...REQUEST, context: { a: {} } }), '1'],
    ['policies that are no object', JSON.stringify({ ...REQUEST, policies: 3 }), '1'],
  ])('answers %s with an error and goes on', async (_name, line, id) => {
    const { exitCode, answers } = await simulated(`${line}\n${JSON.stringify({ ...REQUEST, id: 'next' })}`);
    expect(exitCode).toBe(2);
    expect(answers).toHaveLength(2);
    expect(answers[0]).toEqual({ id, error: expect.any(String) });
    expect(answers[1]).toMatchObject({ id: 'next', verdict: 'allowed' });
  });

  it.each([
    ['in a policy document', '"Effect":"Allow"', '"Effect":"Deny","Effect":"Allow"', { verdict: 'unknown' }],
    [
      'in the request',
      '"closed":true',
      '"closed":false,"closed":true',
      { error: '`/closed` is named twice' },
    ],
    ['nowhere, however it is spaced', '"closed":true', '"closed" : true', { verdict: 'allowed' }],
  ])('sees a key that is named twice %s', async (_name, once, twice, expected) => {
    const { answers } = await simulated(JSON.stringify(REQUEST).replace(once, twice));
    expect(answers).toMatchObject([expected]);
  });

  it('names a document by its place in the list', async () => {
    const policies = { ...REQUEST.policies, identity: [null, ...REQUEST.policies.identity] };
    const { answers } = await simulated(JSON.stringify({ ...REQUEST, policies }));
    expect(answers[0].evidence[1].policy).toBe('identity/1');
  });

  it('does not care where the stream is cut, nor about blank lines', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF${JSON.stringify({ ...REQUEST, id: 'ö€' })}\r\n\n`);
    const { exitCode, answers } = await simulated(
      ...Array.from({ length: bytes.length }, (_, at) => bytes.slice(at, at + 1)),
    );
    expect(exitCode).toBe(0);
    expect(answers).toMatchObject([{ id: 'ö€', verdict: 'allowed' }]);
  });

  it('answers nothing to nothing', async () => {
    expect(await simulated()).toEqual({ exitCode: 0, answers: [] });
  });

  it('says of a line that no reader can hold that it is too deep', async () => {
    const deep = `${JSON.stringify(REQUEST).slice(0, -1)},"more":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    const { exitCode, answers } = await simulated(`${deep}\n${JSON.stringify(REQUEST)}\n`);
    expect(exitCode).toBe(2);
    expect(answers[0]).toEqual({ id: '1', error: expect.stringContaining('nested too deeply') });
    expect(answers[1]).toMatchObject({ id: '1', verdict: 'allowed' });
  });

  it('takes no file names', async () => {
    const io: Io = { out: () => {}, err: () => {}, env: {}, isTerminal: false };
    await expect(simulateCommand.run({}, ['requests.jsonl'], io, [])).rejects.toThrow('standard input');
  });
});
