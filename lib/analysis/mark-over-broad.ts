// Carries findings about hats onto the hops, paths and pipelines that use them.
import type { Finding } from '@/lib/findings/finding';
import type { JudgedPipeline } from '@/lib/verdict/judgement';

/** Marks every `assumes` hop whose role has a finding, and what contains it. The state is left alone: over-broad is a second,
 *  independent mark. Never throws. */
export function markOverBroad(
  pipelines: readonly JudgedPipeline[],
  findings: readonly Finding[],
): readonly JudgedPipeline[] {
  const subjects = new Set(findings.map((finding) => finding.subject));
  return pipelines.map((pipeline) => {
    const paths = pipeline.paths.map((path) => {
      const hops = path.hops.map((judged) => ({
        ...judged,
        overBroad:
          judged.hop.kind === 'assumes' && judged.hop.needs.some((need) => subjects.has(need.resource)),
      }));
      return {
        ...path,
        hops,
        overBroad: hops.some((hop) => hop.overBroad),
        worst: path.worst === null ? null : (hops.find((hop) => hop.hop.id === path.worst?.hop.id) ?? null),
      };
    });
    return { ...pipeline, paths, overBroad: paths.some((path) => path.overBroad) };
  });
}
