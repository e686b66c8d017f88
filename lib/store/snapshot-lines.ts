// The exported form of a snapshot: a line for what it is, one for each fact and gap, and one with a checksum at the end.
import { createHash } from 'node:crypto';
import { parseHead, parseHeard } from '@/lib/snapshot/parse-snapshot';
import type { SnapshotHead, SnapshotPart, SnapshotStream } from './snapshot-stream';
import { SnapshotProblem } from './store-problem';

/** Version of this form; version 1 is one JSON object without a checksum. */
export const LINES_VERSION = 2;
/** How a text in this form begins. */
export const LINES_MARK = '{"hatstack":"snapshot"';
/** Lines of one part. */
const LINES = 2000;

/** The lines of a snapshot, a few at a time, each with its end of line. @throws what its parts throw */
export async function* snapshotLines({ head, parts }: SnapshotStream): AsyncGenerator<string> {
  const checksum = createHash('sha256');
  const lines = (values: readonly object[]): string => {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    checksum.update(text);
    return text;
  };
  const count = { facts: 0, gaps: 0 };
  yield lines([{ hatstack: 'snapshot', ...head, version: LINES_VERSION }]);
  for await (const { facts, gaps } of parts) {
    for (let start = 0; start < facts.length; start += LINES)
      yield lines(facts.slice(start, start + LINES).map((fact) => ({ fact })));
    for (let start = 0; start < gaps.length; start += LINES)
      yield lines(gaps.slice(start, start + LINES).map((gap) => ({ gap })));
    count.facts += facts.length;
    count.gaps += gaps.length;
  }
  yield `${JSON.stringify({ end: { ...count, sha256: checksum.digest('hex') } })}\n`;
}

/** The SHA-256 that an exported file of the snapshot holds, in hexadecimal. @throws what its parts throw */
export async function snapshotChecksum(snapshot: SnapshotStream): Promise<string> {
  const checksum = createHash('sha256');
  let last = '';
  for await (const lines of snapshotLines(snapshot)) {
    checksum.update(last);
    last = lines;
  }
  return checksum.digest('hex');
}

/** Reads them back. `name` is what messages call it. What is cut off or changed is told at the latest after the last part.
 *  @throws SnapshotProblem where it is damaged, or of a version that is not ours */
export async function readLines(name: string, text: AsyncIterable<string>): Promise<SnapshotStream> {
  const lines = linesIn(name, text);
  const first = await lines.next();
  const header = first.done ? null : objectIn(first.value);
  if (first.done || header === null) throw damaged(name);
  const { hatstack: _, ...rest } = header;
  const version = rest.version === LINES_VERSION ? 1 : rest.version;
  const parsed = parseHead({ ...rest, version });
  if (parsed.kind === 'problem') throw new SnapshotProblem(`cannot read \`${name}\`: ${parsed.problem}`);
  return { head: parsed.head satisfies SnapshotHead, parts: partsIn(name, first.value, lines) };
}

async function* partsIn(
  name: string,
  header: string,
  lines: AsyncGenerator<string>,
): AsyncGenerator<SnapshotPart> {
  const checksum = createHash('sha256').update(header);
  const count = { facts: 0, gaps: 0 };
  let facts: unknown[] = [];
  let gaps: unknown[] = [];
  const part = (): SnapshotPart => {
    const parsed = parseHeard({ facts, gaps }, count);
    if (parsed.kind === 'problem') throw new SnapshotProblem(`cannot read \`${name}\`: ${parsed.problem}`);
    count.facts += facts.length;
    count.gaps += gaps.length;
    [facts, gaps] = [[], []];
    return parsed.heard;
  };
  for await (const line of lines) {
    const value = objectIn(line);
    if (value === null) throw damaged(name);
    if ('fact' in value) facts.push(value.fact);
    else if ('gap' in value) gaps.push(value.gap);
    else {
      yield part();
      const whole = JSON.stringify({ ...count, sha256: checksum.digest('hex') });
      if (JSON.stringify(value.end) !== whole || !(await lines.next()).done) throw damaged(name);
      return;
    }
    checksum.update(line);
    if (facts.length + gaps.length >= LINES) yield part();
  }
  throw damaged(name);
}

/** Each with its end; a last one without it too. */
/** Characters; far more than we write into one. What goes on without an end is no file of ours. */
const LONGEST_LINE = 64 * 1024 * 1024;

async function* linesIn(name: string, text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      yield rest + chunk.slice(start, end + 1);
      rest = '';
      start = end + 1;
    }
    rest += chunk.slice(start);
    if (rest.length > LONGEST_LINE) throw damaged(name);
  }
  if (rest !== '') yield rest;
}

/** One line for a file that is not whole. Never throws. */
export function damaged(name: string): SnapshotProblem {
  return new SnapshotProblem(
    `\`${name}\` is cut off or damaged and cannot be read: copy it again from where it came, or scan again; other snapshots are not affected`,
  );
}

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
