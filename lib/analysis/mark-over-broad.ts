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
  const marked = new Map<Arn, Map<Arn, string[]>>();
  for (const { id, marks, subject, pipelines: affected } of findings) {
    if (!marks) continue;
    for (const pipeline of affected) {
      const own = marked.get(pipeline) ?? new Map<Arn, string[]>();
      marked.set(pipeline, own.set(subject, [...(own.get(subject) ?? []), id]));
    }
  }
  return pipelines.map((pipeline) => {
    const subjects = marked.get(pipeline.arn);
    return subjects === undefined ? pipeline : markPipeline(pipeline, subjects);
  });
}

type MarksBySubject = ReadonlyMap<Arn, readonly string[]>;

function markPipeline(pipeline: JudgedPipeline, subjects: MarksBySubject): JudgedPipeline {
  const paths = pipeline.paths.map((path) => markPath(path, subjects));
  const marks = together(paths.flatMap(({ hops }) => hops));
  return { ...pipeline, paths, overBroad: marks.length > 0, marks };
}

function markPath(path: JudgedPath, subjects: MarksBySubject): JudgedPath {
  const hops = path.hops.map((judged): JudgedHop => {
    const marks = [...subjectsOf(judged.hop)].flatMap((arn) => subjects.get(arn) ?? []);
    return marks.length > 0 ? { ...judged, overBroad: true, marks } : judged;
  });
  const marks = together(hops.filter(({ hop }) => countsForPath(hop, path.path.role)));
  return {
    ...path,
    hops,
    overBroad: marks.length > 0,
    marks,
    worst: path.worst === null ? null : (hops.find((hop) => hop.hop.id === path.worst?.hop.id) ?? null),
  };
}

/** The marks of these hops, each once. */
function together(hops: readonly JudgedHop[]): readonly string[] {
  return [...new Set(hops.flatMap(({ marks }) => marks))];
}
