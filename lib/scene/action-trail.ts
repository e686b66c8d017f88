// Everything that is said about one action: the answer, the hops, the proof, and what to change.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Json } from '@/lib/base/json';
import type { Finding } from '@/lib/findings/finding';
import { RULES } from '@/lib/findings/rules/index';
import { countsForPath, subjectsOf } from '@/lib/findings/touches';
import type { Fix } from '@/lib/fixes/fix';
import type { Pipeline } from '@/lib/model/resource';
import { type Arn, arnName } from '@/lib/names/arn';
import type { JudgedHop, JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import { actionNotes } from './action-notes';
import { answerOf } from './answer';
import { changeTrail } from './change-trail';
import { evidenceTitle, statementPointer } from './evidence-words';
import { hopSentence } from './hop-words';
import { accountName } from './naming';
import { needTrail } from './need-trail';
import { statementLines } from './policy-lines';
import { roleStrip } from './role-strip';
import { runTrail } from './run-trail';
import type { ActionTrail, HopTrail, MarkTrail, Words } from './trail';
import { mono, words } from './words';

/** `stage/action`: how an action is named in a URL. Never throws. */
export function actionKey(path: JudgedPath): string {
  return `${path.path.stage}/${path.path.action}`;
}

/** The trail of an action, or null when the pipeline or the action is not in the snapshot. Never throws. */
export function actionTrail(analysis: Analysis, pipelineArn: Arn, key: string): ActionTrail | null {
  const pipeline = analysis.inventory.pipelines.get(pipelineArn);
  const judged = analysis.pipelines.find((one) => one.arn === pipelineArn);
  const path = judged?.paths.find((one) => actionKey(one) === key);
  if (pipeline === undefined || judged === undefined || path === undefined) return null;
  const { inventory } = analysis;
  const fixes = analysis.fixesFor(path.hops);
  return {
    key,
    stage: path.path.stage,
    action: path.path.action,
    provider: judged.nodes.find((node) => node.id === path.path.actionNode)?.job ?? path.path.provider,
    category: path.path.category,
    account: accountName(inventory, path.path.account),
    region: path.path.region,
    role: path.path.role === null ? null : arnName(path.path.role),
    state: path.state,
    overBroad: path.overBroad,
    answer: answerOf(inventory, pipeline, judged, path),
    run: runTrail(inventory, pipeline, path),
    notes: actionNotes(inventory, pipeline, path),
    strip: roleStrip(pipeline, path),
    hops: path.hops.map((hop, index) => hopTrail(analysis, judged, hop, index + 1)),
    changes: fixes.map((fix) => changeTrail(analysis, fix)),
    unchanged: unchangedAccounts(analysis, path, fixes),
    marks: marksOf(analysis, pipeline, path),
  };
}

function hopTrail(analysis: Analysis, judged: JudgedPipeline, hop: JudgedHop, number: number): HopTrail {
  return {
    id: hop.hop.id,
    number,
    sentence: hopSentence(analysis.inventory, judged.nodes, hop),
    state: hop.state,
    overBroad: hop.overBroad,
    marks: hop.marks,
    needs: hop.needs.map((need) => needTrail(analysis.inventory, need)),
    faults: hop.hop.faults.map(({ sentence, source }) => ({ sentence, source })),
    crossAccount: hop.sides.crossAccount,
    principalSide: hop.sides.principal,
    resourceSide: hop.sides.resource,
  };
}

/** The accounts of the path in which nobody has to do anything, while somebody else has. */
function unchangedAccounts(
  { inventory }: Analysis,
  path: JudgedPath,
  fixes: readonly Fix[],
): readonly string[] {
  if (fixes.length === 0) return [];
  const changing = new Set(fixes.map((fix) => fix.account));
  const concerned = new Set(
    path.hops.flatMap((hop) => [hop.sides.principalAccount, hop.sides.resourceAccount]),
  );
  return [...concerned]
    .filter((account): account is string => account !== null && !changing.has(account))
    .map((account) => accountName(inventory, account))
    .sort();
}

function marksOf(analysis: Analysis, pipeline: Pipeline, path: JudgedPath): readonly MarkTrail[] {
  const touched = new Set(
    path.hops
      .filter((hop) => hop.overBroad && countsForPath(hop.hop, path.path.role))
      .flatMap((hop) => [...subjectsOf(hop.hop)]),
  );
  return analysis.findings
    .filter(
      (finding) => finding.marks && touched.has(finding.subject) && finding.pipelines.includes(pipeline.arn),
    )
    .map((finding) => {
      const [cited] = finding.evidence;
      const document = (cited?.source.document ?? null) as Json;
      return {
        finding: finding.id,
        accepted: null,
        rule: finding.rule,
        sentence: markSentence(analysis, finding),
        remedy: RULES.find((rule) => rule.id === finding.rule)?.remedy ?? '',
        policyTitle: cited === undefined ? '' : evidenceTitle(cited),
        lines:
          cited === undefined || document === null
            ? []
            : statementLines(document, statementPointer(document, cited.statement), null),
      };
    });
}

/** "prod/deploy can be put on by all 41 principals of tools. Two need it.", and of everything else what the finding says. */
function markSentence({ inventory }: Analysis, finding: Finding): Words {
  if (finding.rule === 'role-trusts-anyone' || finding.reach === null) return words(`${finding.title}.`);
  const hat = mono(`${accountName(inventory, finding.account)}/${arnName(finding.subject)}`);
  const { can, need, complete } = finding.reach;
  const accounts = [...new Set(can.map((arn) => accountName(inventory, arn.split(':')[4] ?? null)))];
  const who =
    can.length === 0
      ? 'every principal of the trusted account that its own policies let'
      : `${complete ? '' : 'at least '}${can.length} ${can.length === 1 ? 'principal' : 'principals'} of ${accounts.join(', ')}`;
  return words(
    hat,
    finding.certainty === 'shown' ? ' can be put on by ' : ' can perhaps be put on by ',
    `${who}. ${need.length === 1 ? 'One needs' : `${need.length} need`} it.`,
  );
}
