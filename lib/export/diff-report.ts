// The report of `hatstack diff` as data: the documented, versioned JSON that other tools build on.
import type { Comparison } from '@/lib/compare/comparison';
import type { ComparisonView } from '@/lib/scene/comparison-view';

/** The report; its schema stands in docs/diff-report.md. `comparison` is what the view was made of. Never throws. */
export function diffReport(view: ComparisonView, comparison: Comparison) {
  const documents = new Map(comparison.changes.map((one) => [one.id, one]));
  const actions = new Map(
    comparison.pipelines.flatMap(({ arn, actions }) =>
      actions.map((one) => [`${arn} ${one.key}`, one] as const),
    ),
  );
  return {
    version: 1,
    before: view.before,
    after: view.after,
    same: view.isSame,
    differs: view.differs,
    pipelines: view.pipelines.map(({ arn, name, kind, direction, before, after, actions: lines }) => ({
      arn,
      name,
      account: arn.split(':')[4] ?? '',
      region: arn.split(':')[3] ?? '',
      change: kind,
      direction,
      before,
      after,
      actions: lines.map((line) => ({
        action: line.key,
        change: line.kind,
        direction: line.direction,
        before: line.before,
        after: line.after,
        answer: line.answer,
        because: line.because,
        cause: line.cause,
        hops: (actions.get(`${arn} ${line.key}`)?.hops ?? []).map(({ kind: change, hop, ...rest }) => ({
          id: rest.id,
          change,
          kind: hop,
          from: rest.from,
          to: rest.to,
          before: rest.before,
          after: rest.after,
          needs: rest.needs,
        })),
      })),
    })),
    changes: view.changes.map((one) => ({
      id: one.id,
      change: one.kind,
      thing: one.thing,
      subject: one.subject,
      aspect: documents.get(one.id)?.aspect ?? '',
      title: one.title,
      account: documents.get(one.id)?.account ?? null,
      turns: { pipelines: one.pipelines, actions: one.actions },
      before: documents.get(one.id)?.before ?? null,
      after: documents.get(one.id)?.after ?? null,
      lines: one.lines.map(({ sign, text }) => `${sign} ${text}`),
    })),
    findings: comparison.findings.map(({ kind, finding, before, after }) => ({
      id: finding.id,
      change: kind,
      rule: finding.rule,
      subject: finding.subject,
      account: finding.account,
      pipelines: finding.pipelines,
      title: finding.title,
      before,
      after,
    })),
    gaps: view.gaps,
  };
}
