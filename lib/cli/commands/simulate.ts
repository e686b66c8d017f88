// hatstack simulate: decide single requests, one JSON object a line, with nothing but what the line says.
import { isJsonObject, type Json } from '@/lib/base/json';
import { authorize } from '@/lib/iam/authorize';
import type { Decision, Evidence, Undetermined } from '@/lib/iam/decision';
import { duplicateKeys } from '@/lib/iam/duplicate-keys';
import { readRequest } from '@/lib/iam/read-request';
import type { Residual } from '@/lib/iam/residual';
import { CannotDo, type Command, type ExitCode, type Io } from '../command';

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'decide single requests given as lines of JSON',
  help: `hatstack simulate < requests.jsonl

Reads one request a line and answers each with one line, in order:
  {"id":"1","principal":"arn:aws:iam::111111111111:role/hub","action":"sts:AssumeRole",
   "resource":"arn:aws:iam::222222222222:role/deploy","context":{"sts:ExternalId":null},"closed":true,
   "policies":{"identity":[DOC],"resource":DOC,"scp":[[DOC],[DOC]]}}
  {"id":"1","verdict":"allowed","by":"resource","evidence":[{"policy":"identity/0","statement":0,"effect":"Allow"}],"undetermined":[]}

principal  a user, role, assumed-role session, federated user, root, service, web-identity or SAML provider
context    a text or a list: known; null: absent; {"unknown":true}: not known
closed     true: every key neither named nor derivable is absent; otherwise it is not known
policies   identity, boundary, session: lists; resource, endpoint: one; scp, rcp: a list of levels, the root first;
           null or left out: there is none; {"unknown":true}: it was not read. For a KMS key also grants, as ListGrants
           gives them, and keyManager, AWS or CUSTOMER; for a bucket restrictPublicBuckets, true or false,
           objectOwnership, BucketOwnerEnforced, BucketOwnerPreferred or ObjectWriter, and objectOwner, an account
by         the layer that decided: of an allow the one that granted, else the first that fails, or may fail: explicit-deny,
           scp, special (the service refuses), resource, identity, boundary, session, endpoint
evidence   the statements that decided, by policy and index from 0: identity/0, boundary/0, session/0, resource, endpoint;
           scp/0/1 is the second policy of the first level; grants for a grant. A denial that nobody allowed rests on none
verdict    allowed, denied, depends (on the request) or unknown (something was not read, or AWS's pages disagree)
undetermined  keys, unread policies, \`resource-text\` (a * in the resource) and disputed rules on which the verdict hangs
allowIf    where it depends: exactly when it is allowed, as {"operator","key","values"} and {"resource":[…]} as policies write
           them, joined by {"all":[…]}, {"any":[…]} and {"not":…}
caveats    disputed or surprising rules that took part, in words; left out where there are none
A key that a policy document names twice makes its statement unreadable, and so may make the verdict unknown.

Exit code: 0 every line was answered, 2 some line could not be read (it is answered by {"id":…,"error":"…"}).`,
  options: {},
  async run(_values, positionals, io): Promise<ExitCode> {
    if (positionals.length > 0)
      throw new CannotDo(`simulate reads standard input, not \`${positionals[0]}\`: put \`<\` before it`);
    return simulate(process.stdin, io);
  },
};

/** Answers every line of the input; holds one line at a time. */
export async function simulate(input: AsyncIterable<Uint8Array | string>, io: Io): Promise<ExitCode> {
  let isComplete = true;
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const answer = answerTo(line);
    if ('error' in answer) isComplete = false;
    io.out(JSON.stringify(answer));
  }
  return isComplete ? 0 : 2;
}

interface Answer {
  readonly id: Json;
  readonly verdict: Decision['verdict'];
  readonly by: Decision['by'];
  readonly evidence: readonly Pick<Evidence, 'policy' | 'statement' | 'sid' | 'effect'>[];
  readonly undetermined: readonly string[];
  readonly allowIf?: Residual;
  readonly caveats?: readonly string[];
}

interface ErrorLine {
  readonly id: Json;
  readonly error: string;
}

function answerTo(line: string): Answer | ErrorLine {
  let id: Json = null;
  try {
    const json: unknown = JSON.parse(line);
    if (isJsonObject(json)) id = json.id ?? null;
    const read = readRequest(json, duplicatesOf(line, json));
    if (read.kind === 'unreadable') return { id, error: read.error };
    return answerOf(id, authorize(read.request, read.policies));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof RangeError) return { id, error: 'the line is too large or nested too deeply' };
    const isJsonProblem = error instanceof SyntaxError;
    return { id, error: isJsonProblem ? `not JSON: ${message}` : `a fault in hatstack itself: ${message}` };
  }
}

/** A line that comes out again as it was written names no key twice; only others are searched. */
function duplicatesOf(line: string, json: unknown): readonly string[] {
  return JSON.stringify(json) === line.trimEnd() ? [] : duplicateKeys(line);
}

function answerOf(id: Json, { verdict, by, evidence, undetermined, allowIf, caveats }: Decision): Answer {
  return {
    id,
    verdict,
    by,
    evidence: evidence.map(({ policy, statement, sid, effect }) => ({
      policy,
      statement,
      ...(sid === undefined ? {} : { sid }),
      effect,
    })),
    undetermined: [...new Set(undetermined.map(nameOf))],
    ...(allowIf === undefined ? {} : { allowIf }),
    ...(caveats.length === 0 ? {} : { caveats }),
  };
}

function nameOf(one: Undetermined): string {
  switch (one.kind) {
    case 'key':
      return one.key;
    case 'policy':
      return one.policy;
    case 'resource':
      return 'resource-text';
    case 'rule':
      return one.rule;
  }
}

/** The lines of a stream of bytes or texts, without their ends; a byte order mark at the start is dropped. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest + decoder.decode();
}
