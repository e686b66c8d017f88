// Carries the findings that mark onto the hops, paths and pipelines that use what they speak of.
import type { Finding } from '@/lib/findings/finding';
import { countsForPath, subjectsOf } from '@/lib/findings/touches';
import type { Arn } from '@/lib/names/arn';
import type { JudgedHop, JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';

/** Marks every hop onto a role, a bucket or a key of which a marking finding speaks, and what contains it. The state is left alone:
 *  over-broad is a second, independent mark. Never throws. */
export function markOverBroad(
  pipelines: readonly JudgedPipeline[],
  findings: readonly Finding[],
): readonly JudgedPipeline[] {
  const marked = new Map<Arn, Set<Arn>>();
  for (const finding of findings) {
    if (!finding.marks) continue;
    for (const pipeline of finding.pipelines)
      marked.set(pipeline, (marked.get(pipeline) ?? new Set()).add(finding.subject));
  }
  return pipelines.map((pipeline) => {
    const subjects = marked.get(pipeline.arn);
    return subjects === undefined ? pipeline : markPipeline(pipeline, subjects);
  });
}

function markPipeline(pipeline: JudgedPipeline, subjects: ReadonlySet<Arn>): JudgedPipeline {
  const paths = pipeline.paths.map((path) => markPath(path, subjects));
  const overBroad = paths.some((path) => path.hops.some((hop) => hop.overBroad));
  return { ...pipeline, paths, overBroad };
}

function markPath(path: JudgedPath, subjects: ReadonlySet<Arn>): JudgedPath {
  const hops = path.hops.map((judged): JudgedHop => {
    const overBroad = [...subjectsOf(judged.hop)].some((arn) => subjects.has(arn));
    return overBroad ? { ...judged, overBroad } : judged;
  });
  return {
    ...path,
    hops,
    overBroad: hops.some((hop) => hop.overBroad && countsForPath(hop.hop, path.path.role)),
    worst: path.worst === null ? null : (hops.find((hop) => hop.hop.id === path.worst?.hop.id) ?? null),
  };
}
