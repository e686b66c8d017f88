// Reads a policy document as AWS stores it: an object, its JSON text, or that text URL-encoded.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { duplicateKeys } from './duplicate-keys';
import { parseStatement, unreadableStatement } from './parse-statement';
import type { Policy, PolicyProblem, PolicyType } from './policy';
import type { Statement } from './statement';

const VERSIONS: readonly unknown[] = ['2012-10-17', '2008-10-17'];
const ELEMENTS: readonly string[] = ['Version', 'Id', 'Statement'];

/** The policy a document describes, compiled. A statement that cannot be read in full is kept as one that may or may not apply
 *  and is named in `problems`; a document that cannot be read at all becomes a policy of one such statement. Never throws.
 *  `known`: pointers of the keys that an object's own text was seen to name twice.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (read 2026-11-24) */
export function parsePolicy(
  id: string,
  type: PolicyType,
  document: unknown,
  known: readonly string[] = [],
): Policy {
  const { json, duplicates } = readDocument(document, known);
  const statements = isJsonObject(json) ? readStatements(json, id, type, duplicates) : null;
  if (!isJsonObject(json) || typeof statements === 'string' || statements === null) {
    const message = typeof statements === 'string' ? statements : 'the document is not a JSON object';
    return policyOf(id, type, [unreadableStatement(0, '', message, { id, type })], json ?? null);
  }
  return policyOf(id, type, statements, json);
}

function policyOf(id: string, type: PolicyType, statements: readonly Statement[], document: Json): Policy {
  const problems: PolicyProblem[] = statements.flatMap((statement) =>
    statement.unreadable.map((message) => ({ pointer: statement.pointer, message })),
  );
  return { kind: 'policy', id, type, statements, problems, document, candidates: new Map() };
}

function readStatements(
  document: JsonObject,
  id: string,
  type: PolicyType,
  duplicates: readonly string[],
): readonly Statement[] | string {
  const version = document.Version ?? '2008-10-17';
  if (!VERSIONS.includes(version)) return `the version \`${String(version)}\` is not one of IAM's`;
  const stranger = Object.keys(document).find((key) => !ELEMENTS.includes(key));
  if (stranger !== undefined) return `the document has an element \`${stranger}\` that IAM does not know`;
  if (duplicates.some((pointer) => !pointer.startsWith('/Statement/')))
    return 'the document names an element twice';
  const written = document.Statement;
  if (isJsonObject(written))
    return [parseStatement(written, 0, '/Statement', { id, type, version, duplicates })];
  if (!Array.isArray(written)) return 'the document has no readable Statement';
  return written.map((one: Json, index) =>
    parseStatement(one, index, `/Statement/${index}`, { id, type, version, duplicates }),
  );
}

interface Read {
  readonly json: Json | null;
  readonly duplicates: readonly string[];
}

function readDocument(document: unknown, known: readonly string[]): Read {
  if (typeof document !== 'string')
    return { json: isJsonObject(document) ? document : null, duplicates: known };
  return readText(document) ?? readText(decoded(document)) ?? { json: null, duplicates: [] };
}

function readText(text: string): Read | null {
  try {
    return { json: JSON.parse(text) as Json, duplicates: duplicateKeys(text) };
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return '';
  }
}
