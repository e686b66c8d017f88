// Reads a Condition block: operator, set qualifier, IfExists, key and values.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { escapeStep } from './duplicate-keys';
import type { Operand, Operator } from './operator';
import { OPERATORS } from './operators/index';
import type { Condition, TemplateOperand } from './statement';
import { patternOf, readTemplate } from './template';
import { toPattern } from './wildcard';

interface Parsed {
  readonly conditions: readonly Condition[];
  readonly problems: readonly string[];
}

type OperatorUse = Pick<Condition, 'operator' | 'qualifier' | 'isIfExists' | 'remarks'>;

const BY_NAME: ReadonlyMap<string, Operator> = new Map(
  OPERATORS.map((operator) => [operator.name.toLowerCase(), operator]),
);
const SHAPE = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/;

const NONE: Parsed = { conditions: [], problems: [] };

/** The conditions of a block: all must hold. What cannot be read is left out and named in `problems`. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html (read 2026-11-24) */
export function parseConditions(block: Json | undefined, pointer: string, isTemplated: boolean): Parsed {
  if (block === undefined) return NONE;
  if (!isJsonObject(block)) return { conditions: [], problems: ['the Condition is not a JSON object'] };
  const conditions: Condition[] = [];
  const problems: string[] = [];
  for (const [name, keys] of Object.entries(block)) {
    const use = readOperator(name);
    if (use === null) problems.push(`the condition operator \`${name}\` is not one of IAM's`);
    else if (!isJsonObject(keys)) problems.push(`the condition \`${name}\` lists no keys`);
    else readKeys(use, keys, `${pointer}/${escapeStep(name)}`, isTemplated, conditions, problems);
  }
  return { conditions, problems };
}

function readKeys(
  use: OperatorUse,
  keys: JsonObject,
  pointer: string,
  isTemplated: boolean,
  conditions: Condition[],
  problems: string[],
): void {
  for (const [key, value] of Object.entries(keys)) {
    const values = canonicalValues(value);
    if (values === null) problems.push(`the values of the condition key \`${key}\` cannot be read`);
    else
      conditions.push({
        operator: use.operator,
        qualifier: use.qualifier,
        isIfExists: use.isIfExists,
        remarks: [...use.remarks, ...remarksOn(use.operator, values)],
        key: key.toLowerCase(),
        operands: values.map((text) => readOperand(use.operator, text, isTemplated)),
        written: values,
        pointer: `${pointer}/${escapeStep(key)}`,
      });
  }
}

/** The operator with its qualifier and IfExists; null when IAM knows no such operator. */
function readOperator(name: string): OperatorUse | null {
  const parts = SHAPE.exec(name.toLowerCase());
  const operator = BY_NAME.get(parts?.[2] ?? '');
  if (!parts || !operator) return null;
  const [, set, , ifExists] = parts;
  const isIfExists = ifExists !== undefined;
  const qualifier = set === undefined ? 'none' : set === 'foranyvalue' ? 'any' : 'all';
  if (operator.family === 'null' && (isIfExists || qualifier !== 'none')) return null;
  const written = `${{ none: '', any: 'ForAnyValue:', all: 'ForAllValues:' }[qualifier]}${operator.name}${isIfExists ? 'IfExists' : ''}`;
  const remarks = written === name ? [] : [`the condition operator \`${name}\` is read as \`${written}\``];
  return { operator, qualifier, isIfExists, remarks };
}

function remarksOn(operator: Operator, values: readonly string[]): readonly string[] {
  return operator.name.startsWith('Arn') && values.includes('*')
    ? [`\`*\` under ${operator.name} is no ARN; it is taken to match any`]
    : [];
}

/** JSON strings, numbers and booleans, one or a list, as texts. */
function canonicalValues(value: Json): readonly string[] | null {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  const texts: string[] = [];
  for (const one of list) {
    if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean') return null;
    texts.push(String(one));
  }
  return texts;
}

function readOperand(operator: Operator, text: string, isTemplated: boolean): Operand | TemplateOperand {
  if (isTemplated && operator.hasVariables && text.includes('${')) {
    const template = readTemplate(text, operator.hasWildcards);
    const pattern = patternOf(template);
    return pattern === null ? { template } : operator.read(pattern);
  }
  return operator.read(operator.hasWildcards ? toPattern(text) : text);
}
