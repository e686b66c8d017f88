// The exported form of a snapshot: a line for what it is, one for each fact and gap, and one with a checksum at the end.
import { createHash } from 'node:crypto';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';

/** Version of this form; version 1 is one JSON object without a checksum. */
export const LINES_VERSION = 2;

/** The lines of a snapshot, each with its end of line. Never throws. */
export function* snapshotLines({ facts, gaps, ...header }: Snapshot): Generator<string> {
  const checksum = createHash('sha256');
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    checksum.update(text);
    return text;
  };
  yield line({ hatstack: 'snapshot', ...header, version: LINES_VERSION });
  for (const fact of facts) yield line({ fact });
  for (const gap of gaps) yield line({ gap });
  yield `${JSON.stringify({ end: { facts: facts.length, gaps: gaps.length, sha256: checksum.digest('hex') } })}\n`;
}

export type ReadLines =
  /** As version 1 would have it, or the header of a version that is not ours; still to be looked at. */
  { readonly kind: 'json'; readonly json: unknown } | { readonly kind: 'damaged' };

/** Reads them back; what is cut off or changed is `damaged`. Never throws. */
export function readLines(text: string): ReadLines {
  const checksum = createHash('sha256');
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  let header: Record<string, unknown> | null = null;
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start) + 1;
    if (end === 0) return { kind: 'damaged' };
    const line = text.slice(start, end);
    const value = objectIn(line);
    start = end;
    if (value === null) return { kind: 'damaged' };
    if (header === null) {
      header = value;
      if (value.version !== LINES_VERSION) return { kind: 'json', json: value };
    } else if ('fact' in value) facts.push(value.fact as Fact);
    else if ('gap' in value) gaps.push(value.gap as Gap);
    else {
      const isWhole =
        JSON.stringify(value.end) ===
        JSON.stringify({ facts: facts.length, gaps: gaps.length, sha256: checksum.digest('hex') });
      if (!isWhole || start < text.length) return { kind: 'damaged' };
      const { hatstack: _, ...rest } = header;
      return { kind: 'json', json: { ...rest, version: 1, facts, gaps } };
    }
    checksum.update(line);
  }
  return { kind: 'damaged' };
}

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
