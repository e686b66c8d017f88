// Which snapshot a request looks at, opened and judged as a whole; what cannot be opened is said, not thrown.
import 'server-only';
import { stat } from 'node:fs/promises';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { RULE_IDS, type Settings } from '@/lib/analysis/settings';
import { readAnalysisSettings } from '@/lib/config/analysis-settings';
import { type Header, viewsOf } from '@/lib/kept/views';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { readSnapshotFile } from '@/lib/store/snapshot-file';
import { SnapshotProblem } from '@/lib/store/store-problem';
import { boundedCache } from './bounded-cache';
import { shelf } from './shelf';
import { findSnapshot, type SnapshotRef } from './snapshot-refs';

/** A snapshot that is looked at, whatever of it was opened. */
export interface InView extends SnapshotRef {
  readonly kind: 'open';
  readonly header: Header;
}

export interface OpenSnapshot extends InView {
  readonly analysis: Analysis;
}

export interface UnreadableSnapshot {
  readonly kind: 'unreadable';
  readonly ref: string;
  /** False: nobody knows a snapshot of this name. */
  readonly isListed: boolean;
  /** One line: what is wrong and what to do. */
  readonly problem: string;
}

/** The snapshot asked for; without a wish the latest of the store, else the example. For pages that ask of all of it: lists take
 *  `openViews`, and one pipeline `openPipeline`. Never throws for a bad snapshot. */
export function openSnapshot(asked: string | null): Promise<OpenSnapshot | UnreadableSnapshot> {
  return opening(asked, async (found) => {
    const analysis = await wholeOf(found, settingsNow());
    return { kind: 'open', ...found, ...viewsOf(analysis, ['header']), analysis };
  });
}

/** Finds the snapshot and opens it; what goes wrong on the way is said. Never throws for a bad snapshot. */
export async function opening<T>(
  asked: string | null,
  open: (found: SnapshotRef) => Promise<T>,
): Promise<T | UnreadableSnapshot> {
  let ref = asked ?? 'latest';
  try {
    const found = await findSnapshot(asked);
    if (found === null) return noSuchSnapshot(ref);
    ref = found.ref;
    return await open(found);
  } catch (error) {
    if (!(error instanceof SnapshotProblem)) throw error;
    return { kind: 'unreadable', ref, isListed: true, problem: error.message };
  }
}

/** Never throws. */
export function noSuchSnapshot(ref: string): UnreadableSnapshot {
  return {
    kind: 'unreadable',
    ref,
    isListed: false,
    problem: `there is no snapshot \`${ref}\` in the store`,
  };
}

/** The settings of the judgement, as they are now. @throws SnapshotProblem */
export function settingsNow(): Settings {
  const read = readAnalysisSettings(undefined, process.env, RULE_IDS);
  if (read.kind === 'problem') throw new SnapshotProblem(read.problem);
  return read.settings;
}

/** Judged once for each snapshot and settings. What is in the store never changes; a file that changes is judged again.
 *  @throws SnapshotProblem */
export async function wholeOf(found: SnapshotRef, settings: Settings): Promise<Analysis> {
  return analyses.get(await keyOf(found, settings), async () => analyze(await factsOf(found), settings));
}

/** The snapshot itself. @throws SnapshotProblem */
export async function factsOf({ ref, file }: SnapshotRef): Promise<Snapshot> {
  return file === null ? (await shelf()).read(ref) : readSnapshotFile(file);
}

/** Whether `wholeOf` has it at hand, or is at it. Never throws. */
export async function isJudged(found: SnapshotRef, settings: Settings): Promise<boolean> {
  return analyses.has(await keyOf(found, settings));
}

/** One text for a snapshot as it is now and the settings that it is judged under. Never throws. */
export async function keyOf({ ref, file }: SnapshotRef, settings: Settings): Promise<string> {
  const now = file === null ? null : await stat(file).catch(() => null);
  return `${file ?? `store ${ref}`} ${now?.size} ${now?.mtimeMs} ${JSON.stringify(settings)}`;
}

const analyses = boundedCache<Analysis>('analyses', 4);
