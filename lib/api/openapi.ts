// The HTTP API as an OpenAPI document, made of the shapes by which the server reads and the list of operations.
import { z } from 'zod';
import { groupBy } from '@/lib/base/group-by';
import type { Json, JsonObject } from '@/lib/base/json';
import { problem, scanMessage } from './answers';
import type { Answer, Content, Operation, Parameter, Status } from './operation';
import { operations } from './operations';
import { API_VERSION } from './version';

const REFUSALS: Readonly<Record<Status, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken.',
  303: 'Go on elsewhere.',
  400: 'Something of the request is not as it must be.',
  401: 'Sign in first.',
  403: 'The role is too low, or the request comes from a page of elsewhere.',
  404: 'There is nothing of that name.',
  408: 'The body took too long.',
  409: 'Not now: something stands in the way.',
  411: 'Say how long the body is.',
  413: 'The body is too large.',
  415: 'The body is not of this kind.',
  421: 'This host is not served here.',
  422: 'It can be read, but not be used.',
  503: 'The store is out of reach.',
};

/** What every request may be answered before its route is asked. */
const OF_THE_GATE: readonly Status[] = [401, 403, 421];

export interface ApiFacts {
  /** Of the product. */
  readonly version: string;
  /** Of the files that drawings are exported as. */
  readonly exportMediaTypes: readonly string[];
  /** Ids of the formats. */
  readonly exportFormats: readonly string[];
  /** The role that a request needs: `GET`, `/api/search`. */
  readonly roleOf: (method: string, path: string) => string;
}

/** OpenAPI 3.1. The same facts give the same bytes. Never throws.
 *  @see https://spec.openapis.org/oas/v3.1.1.html (read 2026-11-27) */
export function openApiDocument(facts: ApiFacts): JsonObject {
  const all = operations(facts.exportMediaTypes);
  const paths = [...groupBy(all, ({ path }) => path)].map(([path, own]) => [
    path,
    Object.fromEntries(own.map((one) => [one.method, operationOf(one, facts)])),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hatstack',
      version: `${API_VERSION}.0.0`,
      summary: 'The HTTP API of the dashboard.',
      description: `Of Hatstack ${facts.version}. Every answer under /api carries \`Hatstack-Api: ${API_VERSION}\`. Refusals are problems as in RFC 9457. Changes are taken from pages of this server only, unless a client sends neither Origin nor Sec-Fetch-Site.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'http://127.0.0.1:3000' }],
    security: [{ session: [] }, {}],
    tags: [...new Set(all.map(({ group }) => group))].map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'hatstack-session',
          description:
            'Set by signing in; over HTTPS its name begins with `__Host-`. Not needed where the server has no login.',
        },
      },
      schemas: schemasOf(all),
    },
  };
}

function operationOf(one: Operation, facts: ApiFacts): JsonObject {
  const role = facts.roleOf(one.method.toUpperCase(), one.path.replace(/\{[^}]+\}/g, 'x'));
  const isOpen = role === 'anyone';
  const gate = OF_THE_GATE.filter((status) => !(isOpen && status === 401));
  const refusals = [...new Set([...one.refusals, ...gate])].sort();
  const parameters = [
    ...[...one.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => inPath(name, facts)),
    ...(one.query ?? []).map(inQuery),
  ];
  return {
    operationId: one.id,
    tags: [one.group],
    summary: one.summary,
    description: isOpen ? 'Needs no role.' : `Needs the role ${role}.`,
    ...(isOpen ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(one.body === undefined ? {} : { requestBody: { required: true, content: contentOf(one.body) } }),
    responses: Object.fromEntries([
      ...refusals.map((status) => [String(status), refusal(status)] as const),
      ...(one.also === undefined ? [] : [answer(one.also)]),
      answer(one.done),
    ]),
  };
}

function answer({ status, says, content }: Answer): readonly [string, Json] {
  return [
    String(status),
    { description: says, ...(content === undefined ? {} : { content: contentOf(content) }) },
  ];
}

function refusal(status: Status): Json {
  return {
    description: REFUSALS[status],
    content: { 'application/problem+json': { schema: ref('Problem') } },
  };
}

function contentOf(content: Content): JsonObject {
  if (content.kind === 'json') return { 'application/json': { schema: ref(content.name) } };
  return Object.fromEntries([...new Set(content.mediaTypes)].map((type) => [type, {}]));
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function inPath(name: string, { exportFormats }: ApiFacts): Json {
  const schema = name === 'format' ? { type: 'string', enum: exportFormats } : { type: 'string' };
  return { name, in: 'path', required: true, schema };
}

function inQuery({ name, says, isNeeded, oneOf }: Parameter): Json {
  const schema = oneOf === undefined ? { type: 'string' } : { type: 'string', enum: oneOf };
  return { name, in: 'query', required: isNeeded === true, description: says, schema };
}

function schemasOf(all: readonly Operation[]): JsonObject {
  const named = all
    .flatMap(({ body, done, also }) => [body, done.content, also?.content])
    .flatMap((content) => (content?.kind === 'json' ? [[content.name, content.shape] as const] : []));
  const shapes = new Map<string, z.ZodType>([['Problem', problem], ['ScanMessage', scanMessage], ...named]);
  return Object.fromEntries([...shapes].map(([name, shape]) => [name, schemaOf(shape)]));
}

/** As it is sent: what is filled in or tidied up is done by the server. */
function schemaOf(shape: z.ZodType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input' });
  return schema as Json;
}
