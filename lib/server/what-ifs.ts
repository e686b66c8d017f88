// What-ifs that somebody made in this server's pages: kept in memory, under a name that tells nothing of what is in them.
import 'server-only';
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyzeEdited } from '@/lib/analysis/analyze';
import { type ReadWhatIf, readWhatIfText, type WhatIf, whatIfText } from '@/lib/analysis/what-if';

import { LONGEST_WHAT_IF } from '@/lib/api/requests';

/** How many are kept; the one unused for longest goes first. A link or a file brings it back. */
const MOST_KEPT = 100;

/** The longest packed text that still goes into a link: mail programs and chats cut longer addresses. */
const LONGEST_LINK = 6000;

const slot = Symbol.for('hatstack.what-ifs');
const shared = globalThis as { [slot: symbol]: Map<string, WhatIf> | undefined };

function kept(): Map<string, WhatIf> {
  const own = shared[slot] ?? new Map<string, WhatIf>();
  shared[slot] = own;
  return own;
}

/** Keeps it. @returns its name, the same for the same edits */
export function rememberWhatIf(whatIf: WhatIf): string {
  const id = createHash('sha256').update(whatIfText(whatIf)).digest('base64url').slice(0, 20);
  const all = kept();
  all.delete(id);
  all.set(id, whatIf);
  for (const oldest of all.keys()) if (all.size > MOST_KEPT) all.delete(oldest);
  return id;
}

/** The what-if of that name; null where this server does not know it, or no longer. Never throws. */
export function recallWhatIf(id: string | null): WhatIf | null {
  if (id === null) return null;
  const found = kept().get(id);
  if (found === undefined) return null;
  kept().delete(id);
  kept().set(id, found);
  return found;
}

/** All of it as text for the part of an address that browsers keep to themselves; null where it is too long for that. Never throws. */
export function packWhatIf(whatIf: WhatIf): string | null {
  const packed = deflateRawSync(whatIfText(whatIf), { level: 9 }).toString('base64url');
  return packed.length > LONGEST_LINK ? null : packed;
}

/** What such a text holds. Never throws. */
export function unpackWhatIf(packed: string): ReadWhatIf {
  if (packed.length > LONGEST_LINK || !/^[\w-]+$/.test(packed)) return NO_LINK;
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: LONGEST_WHAT_IF });
    return readWhatIfText(text.toString('utf8'));
  } catch {
    return NO_LINK;
  }
}

const NO_LINK: ReadWhatIf = { kind: 'problem', problem: 'the link was cut off or changed: ask for it again' };

/** The pipeline judged with the edits, once for every look at the page; null where there is no such pipeline. Never throws. */
export function judgedWith(asIs: Analysis, pipeline: string, id: string, whatIf: WhatIf): Analysis | null {
  const ofAnalysis = judged.get(asIs) ?? new Map<string, Analysis | null>();
  judged.set(asIs, ofAnalysis);
  const name = `${pipeline} ${id}`;
  const found = ofAnalysis.get(name) ?? analyzeEdited(asIs, pipeline, whatIf.edits);
  ofAnalysis.delete(name);
  ofAnalysis.set(name, found);
  for (const oldest of ofAnalysis.keys()) if (ofAnalysis.size > MOST_JUDGED) ofAnalysis.delete(oldest);
  return found;
}

const MOST_JUDGED = 12;
/** Lives as long as the analysis that it was made from. */
const judged = new WeakMap<Analysis, Map<string, Analysis | null>>();
