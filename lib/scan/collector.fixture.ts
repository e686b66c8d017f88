// A made-up AWS for collectors: answers by operation, and writes down what was asked.
import type { ClientConfig } from '@/lib/aws/client-pool';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Collector, OpenUnit } from './collector';

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: object;
}

/** What an operation answers: pages in order, the last one again and again; an Error is thrown. */
export type Answers = { readonly [operation: string]: readonly unknown[] | ((input: object) => unknown) };

export interface Heard {
  readonly facts: readonly Fact[];
  readonly gaps: readonly Gap[];
  /** Operations in the order in which they were asked, with their input and region. */
  readonly asked: readonly { readonly operation: string; readonly input: object; readonly region: string }[];
}

/** An error as the SDK throws it. */
export function awsError(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error(`made-up ${name}`), { name, $metadata: { httpStatusCode } });
}

/** Runs the collector on one unit of account 111111111111 against the answers; what is not answered throws. */
export async function checkCollector(
  collector: Collector,
  answers: Answers,
  unit: { readonly region?: string; readonly known?: readonly Fact[]; readonly account?: string } = {},
): Promise<Heard> {
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  const asked: { operation: string; input: object; region: string }[] = [];
  const counts = new Map<string, number>();
  const send = async (command: Command, region: string): Promise<unknown> => {
    const operation = command.constructor.name.replace(/Command$/, '');
    asked.push({ operation, input: command.input, region });
    const answer = answers[operation];
    if (answer === undefined) throw awsError('UnknownOperationException', 400);
    const count = counts.get(operation) ?? 0;
    counts.set(operation, count + 1);
    const said =
      typeof answer === 'function' ? answer(command.input) : answer[Math.min(count, answer.length - 1)];
    if (said instanceof Error) throw said;
    return said;
  };
  const open: OpenUnit = {
    account: unit.account ?? '111111111111',
    region: unit.region ?? (collector.scope === 'region' ? 'eu-west-1' : 'global'),
    partition: 'aws',
    known: unit.known ?? [],
    naming: async () => unit.known ?? [],
    hasPipelines: async () => (unit.known ?? []).some(({ kind }) => kind === 'pipeline'),
    // A stand-in for the SDK's client: collectors only ever call `send` on it.
    client: <Client>(region: string, _service: string, _create: (config: ClientConfig) => Client) =>
      ({ send: (command: Command) => send(command, region) }) as Client,
    send: (call) => call(),
    addFact: (fact) => facts.push(fact),
    addGap: (gap) => gaps.push(gap),
  };
  await collector.collect(open);
  return { facts, gaps, asked };
}

/** A pipeline fact, with its stages left to the caller. */
export function pipelineFact(pipeline: object, region = 'eu-west-1', account = '111111111111'): Fact {
  const data = JSON.parse(JSON.stringify({ pipeline }));
  return { kind: 'pipeline', source: 'codepipeline:GetPipeline', account, region, arn: null, data };
}
