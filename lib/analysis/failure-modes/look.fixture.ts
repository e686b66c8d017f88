// Test support: what the judgement of a snapshot shows of one entry of the register.
import { actionTrail } from '@/lib/scene/action-trail';
import { plain } from '@/lib/scene/words';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import type { JudgedPath } from '@/lib/verdict/judgement';
import { analyze } from '../analyze';
import type { DetectedEntry } from './entry.fixture';

export interface Seen {
  /** The state of the action; null for a finding. */
  readonly state: JudgedPath['state'] | null;
  readonly answer: string;
  /** Whether the thing itself is shown, as the entry says where. */
  readonly isDetected: boolean;
  /** Whether it is shown as not known: an open question, or a finding that is merely possible. */
  readonly isOpen: boolean;
}

/** Looks where the entry says. */
export function look(snapshot: Snapshot, { as }: Pick<DetectedEntry, 'as'>): Seen {
  const analysis = analyze(snapshot);
  if (as.kind === 'finding') {
    const found = analysis.findings.filter(
      ({ rule, subject }) => rule === as.rule && (as.subject === undefined || as.subject === subject),
    );
    const isSure = (one: (typeof found)[number]) =>
      one.certainty === 'shown' && one.reach?.complete !== false;
    return {
      state: null,
      answer: found.map(({ title }) => title).join('; '),
      isDetected: found.some(isSure),
      isOpen: found.some((one) => !isSure(one)),
    };
  }
  const judged = analysis.pipelines[0];
  const path = judged?.paths.find(({ path: { stage, action } }) => `${stage}/${action}` === as.at);
  const trail = judged === undefined ? null : actionTrail(analysis, judged.arn, as.at);
  if (path === undefined || trail === null) throw new Error(`the snapshot has no action ${as.at}`);
  const answer = plain(trail.answer);
  const { state } = path;
  if (as.kind === 'need') {
    const needs = path.hops
      .filter(({ hop }) => hop.kind === as.hop)
      .flatMap((hop) => hop.needs)
      .filter(({ need }) => need.action === as.need && (as.isOptional !== true || !need.essential));
    return {
      state,
      answer,
      isDetected: needs.some(({ verdict }) => verdict === (as.verdict ?? 'denied')),
      // Where it was not read who would make the request, the request itself is not there.
      isOpen: needs.some(({ verdict }) => verdict === 'unknown') || state === 'unknown',
    };
  }
  const faults = path.hops.flatMap(({ hop }) => hop.faults).filter(({ rule }) => rule === as.rule);
  return {
    state,
    answer: `${answer} ${faults.map(({ sentence }) => sentence).join('; ')}`,
    isDetected: faults.some((one) => !isOpenFault(one)),
    isOpen: faults.some(isOpenFault) || state === 'unknown',
  };
}

function isOpenFault({ leavesOpen = false, unread }: { leavesOpen?: boolean; unread?: unknown }): boolean {
  return leavesOpen || unread !== undefined;
}
