// The report of `hatstack check` as data: the documented, versioned JSON that other tools build on.
import type { Analysis } from '@/lib/analysis/analysis';
import { chosenFindings, isWhole } from '@/lib/analysis/chosen-findings';
import { type Acceptance, NOTHING_ACCEPTED, type Weighed } from '@/lib/findings/acceptance';
import { actionKey, actionTrail } from '@/lib/scene/action-trail';
import { causesOf } from '@/lib/scene/overview-causes';
import type { ActionTrail, RunTrail } from '@/lib/scene/trail';
import { plain } from '@/lib/scene/words';

type Pipelines = Analysis['pipelines'];
type Judged = Pipelines[number];
type Path = Judged['paths'][number];
type Hop = Path['hops'][number];

/** Builds the report of the chosen pipelines. Findings that belong to no pipeline are told where all are chosen. Its schema stands in
 *  docs/check-report.md. Never throws. */
export function checkReport(analysis: Analysis, chosen: Pipelines, weighed: Weighed = NOTHING_ACCEPTED) {
  const stale = isWhole(analysis, chosen) ? weighed.stale : [];
  return {
    version: 1,
    snapshot: analysis.snapshot,
    pipelines: chosen.map((one) => pipelineReport(analysis, one)),
    causes: causesOf({ ...analysis, pipelines: chosen }).map((cause) => ({
      state: cause.state,
      answer: plain(cause.answer),
      policies: cause.policies,
      actions: cause.actions,
      pipelines: cause.places.map((place) => place.name),
    })),
    findings: chosenFindings(analysis, chosen).map(
      ({ id, rule, severity, subject, account, pipelines, title, certainty, ...more }) => ({
        id,
        rule,
        severity,
        subject,
        account,
        pipelines,
        title,
        certainty,
        marks: more.marks,
        evidence: more.evidence.map(({ source, statement }) => ({
          policy: source.id,
          title: source.title,
          statement,
        })),
        open: more.open,
        notes: more.notes,
        reach: more.reach,
        accepted: acceptedReport(weighed, id),
      }),
    ),
    staleAcceptances: stale.map((one) => ({ ...riskReport(one), ...acceptanceReport(one) })),
    gaps: analysis.inventory.gaps.map((gap) => ({
      source: gap.source,
      account: gap.account,
      region: gap.region,
      scope: gap.scope,
      cause: gap.cause,
      code: gap.code,
      layer: gap.layer ?? null,
      permission: gap.permission,
      cure: cure(gap),
    })),
  };
}

function acceptedReport({ byFinding }: Weighed, finding: string) {
  const accepted = byFinding.get(finding);
  return accepted === undefined ? null : { state: accepted.state, ...acceptanceReport(accepted.acceptance) };
}

function acceptanceReport({ reason, author, expires, where }: Acceptance) {
  return { reason, author, expires, where };
}

function riskReport({ risk }: Acceptance) {
  return risk.kind === 'finding' ? { finding: risk.id } : { rule: risk.rule, subject: risk.subject };
}

function nameOf({ inventory }: Analysis, judged: Judged): string {
  return inventory.pipelines.get(judged.arn)?.name ?? judged.arn;
}

function pipelineReport(analysis: Analysis, judged: Judged) {
  const pipeline = analysis.inventory.pipelines.get(judged.arn);
  return {
    arn: judged.arn,
    name: nameOf(analysis, judged),
    account: pipeline?.account ?? '',
    region: pipeline?.region ?? '',
    state: judged.state,
    overBroad: judged.overBroad,
    actions: judged.paths.map((path) => actionReport(analysis, judged, path)),
  };
}

function actionReport(analysis: Analysis, judged: Judged, path: Path) {
  const trail = actionTrail(analysis, judged.arn, actionKey(path));
  return {
    stage: path.path.stage,
    action: path.path.action,
    provider: path.path.provider,
    category: path.path.category,
    account: path.path.account,
    region: path.path.region,
    state: path.state,
    overBroad: path.overBroad,
    answer: trail === null ? '' : plain(trail.answer),
    atFault: path.atFault,
    ...(trail === null || trail.run === null ? {} : { lastRun: lastRunReport(trail, trail.run) }),
    ...(trail === null || trail.notes.length === 0 ? {} : { notes: trail.notes.map((note) => plain(note)) }),
    hops: path.hops.map((hop) => hopReport(judged, hop)),
  };
}

function lastRunReport(trail: ActionTrail, run: RunTrail) {
  const hop = trail.hops.find(({ number }) => number === run.hop);
  return {
    status: run.status,
    at: run.at,
    executionId: run.executionId,
    message: run.said,
    relation: run.relation,
    answer: plain(run.headline),
    hop: hop?.id ?? null,
    request: run.request,
    notSaid: run.notSaid,
    notRead: run.notRead,
  };
}

function hopReport(judged: Judged, { hop, state, needs }: Hop) {
  const arnOf = (id: string) => judged.nodes.find((node) => node.id === id)?.arn ?? id;
  return {
    id: hop.id,
    kind: hop.kind,
    from: arnOf(hop.from),
    to: arnOf(hop.to),
    state,
    faults: hop.faults.map(({ rule, sentence, source }) => ({ rule, sentence, source })),
    needs: needs.map(({ need, verdict, decision, gaps, notScanned }) => ({
      principal: principalOf(need.principal),
      action: need.action,
      resource: need.resource,
      essential: need.essential,
      verdict,
      by: decision.by,
      evidence: decision.evidence,
      undetermined: decision.undetermined,
      caveats: decision.caveats,
      missing: [...gaps.map((gap) => gap.permission), ...notScanned],
      source: need.source,
    })),
  };
}

function principalOf(principal: Hop['needs'][number]['need']['principal']): string {
  if (principal.kind === 'service') return principal.service;
  return 'arn' in principal ? principal.arn : principal.kind;
}

/** The statement that would cure a refused call; null where none can: a throttle, a fault, a call that is not offered there. */
function cure({ cause, permission, scope, layer }: Analysis['inventory']['gaps'][number]) {
  if (cause !== 'denied' || (layer !== undefined && layer !== 'identity')) return null;
  const role = permission === 'sts:AssumeRole' ? scope : null;
  return { Effect: 'Allow', Action: permission, Resource: role ?? '*' };
}
