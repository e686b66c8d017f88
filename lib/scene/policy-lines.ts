// A policy document as numbered lines, each of which knows where in the document it stands.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { PolicyLine } from './trail';

interface Line {
  readonly number: number;
  readonly text: string;
  /** JSON pointer of what the line prints. */
  readonly pointer: string;
  /** Whether the line prints all of it, whatever lies within. */
  readonly isWhole: boolean;
}

/** What fits on one line stays on one line. */
const INLINE_WIDTH = 64;

/** The document printed with two spaces of indent, line numbers from 1. Never throws. */
export function documentLines(document: Json): readonly Line[] {
  const lines: Omit<Line, 'number'>[] = [];
  print(document, '', '', '', lines);
  return lines.map((line, index) => ({ number: index + 1, ...line }));
}

/** The lines of one statement, marked: all of it decided, and the element at `failedPointer` did not match. Never throws. */
export function statementLines(
  document: Json,
  statementPointer: string,
  failedPointer: string | null,
): readonly PolicyLine[] {
  const failed = failedPointer === statementPointer ? null : failedPointer;
  return documentLines(document)
    .filter((line) => isWithin(line.pointer, statementPointer))
    .map((line) => ({
      number: line.number,
      text: line.text,
      mark: failed !== null && prints(line, failed) ? 'failed' : 'deciding',
    }));
}

/** Whether the line prints what the pointer names, or a part of it. */
function prints({ pointer, isWhole }: Line, what: string): boolean {
  return isWithin(pointer, what) || (isWhole && isWithin(what, pointer));
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

function print(
  value: Json,
  label: string,
  pointer: string,
  indent: string,
  lines: Omit<Line, 'number'>[],
  tail = '',
): void {
  const compact = compactJson(value);
  const isContainer = Array.isArray(value) || isJsonObject(value);
  const mustBreak = pointer === '' || pointer === '/Statement' || /^\/Statement\/\d+$/.test(pointer);
  if (!isContainer || (!mustBreak && compact.length + label.length <= INLINE_WIDTH)) {
    lines.push({ text: `${indent}${label}${compact}${tail}`, pointer, isWhole: true });
    return;
  }
  const entries: readonly (readonly [string, Json, string])[] = Array.isArray(value)
    ? value.map((one, index) => ['', one as Json, `${pointer}/${index}`] as const)
    : Object.entries(value as JsonObject).map(
        ([key, one]) =>
          [
            `${JSON.stringify(key)}: `,
            one,
            `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          ] as const,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  lines.push({ text: `${indent}${label}${open}`, pointer, isWhole: false });
  entries.forEach(([name, one, at], index) => {
    print(one, name, at, `${indent}  `, lines, index < entries.length - 1 ? ',' : '');
  });
  lines.push({ text: `${indent}${close}${tail}`, pointer, isWhole: false });
}

function compactJson(value: Json): string {
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[ ${value.map((one) => compactJson(one as Json)).join(', ')} ]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value as JsonObject);
  return entries.length === 0
    ? '{}'
    : `{ ${entries.map(([key, one]) => `${JSON.stringify(key)}: ${compactJson(one)}`).join(', ')} }`;
}
