// The security review: what somebody reads, questions and signs before a pipeline goes to production.
import type { Redacted } from '@/lib/analysis/redact/redact-analysis';
import { pipelineRows } from '@/lib/scene/pipeline-rows';
import type { Report } from './report';
import type { ReviewOf } from './review-section';
import { SECTIONS } from './sections/index';

/** The review as data. The same snapshot, settings and acceptances give the same report. Never throws. */
export function reviewOf(review: ReviewOf): Report {
  const { analysis, chosen, checksum, version } = review;
  const [only, ...others] = pipelineRows({ ...analysis, pipelines: chosen });
  const of =
    only !== undefined && others.length === 0
      ? `the pipeline ${only.name}`
      : `${chosen.length === 0 ? 'no' : chosen.length} pipelines`;
  const report: Report = {
    title: `Security review of ${of}`,
    footer: `Snapshot ${analysis.snapshot.id}, SHA-256 ${checksum.slice(0, 16)}…, Hatstack ${version}`,
    sections: SECTIONS.flatMap((section) => section(review)),
  };
  return review.redacted ? withoutNames(report, review.redacted) : report;
}

/** Everything that is written under pseudonyms; its drawings are so already. */
function withoutNames(report: Report, { of, text }: Redacted): Report {
  return {
    title: text(report.title),
    footer: text(report.footer),
    sections: report.sections.map((section) => ({
      ...section,
      id: text(section.id),
      title: text(section.title),
      blocks: section.blocks.map((block) => (block.kind === 'drawing' ? block : of(block))),
    })),
  };
}
