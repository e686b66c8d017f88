// Every kind of drawing there is, of made-up pipelines: a new example does not change a byte of them.
import { acceptedOn } from '@/lib/analysis/accepted';
import { analyze } from '@/lib/analysis/analyze';
import { snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { acceptedScene } from './accepted-look';
import { buildScene } from './build-scene';
import { mapOfAccounts } from './map-of-accounts';
import { analysisOf } from './pipeline.fixture';
import type { PipelineSpec } from './pipeline-spec.fixture';
import { rolePage } from './role-page';
import { hatDrawing } from './role-page-scene';
import { hatShelf } from './role-page-shelf';
import { checkout, long } from './samples.fixture';
import type { Scene } from './scene';
import { buildStack } from './stack/build-stack';
import type { SceneView } from './view';

const BROKEN = 'Deploy-Prod/Deploy-Prod-use2';

/** The graph of a made-up pipeline. */
export function fixtureScene(spec: PipelineSpec, view: SceneView): Scene {
  const analysis = analysisOf(spec);
  return buildScene(analysis, analysis.pipelines[0]?.arn ?? '', view);
}

/** The stack of hats of its action. @throws where it has none of that name */
function fixtureStack(spec: PipelineSpec, action: string): Scene {
  const analysis = analysisOf(spec);
  const stack = buildStack(analysis, analysis.pipelines[0]?.arn ?? '', action);
  if (stack === null) throw new Error(`no stack of ${action}`);
  return stack;
}

/** A role that everybody may put on. */
const open = analyze(snapshotOf(workingPipeline({ prodTrust: trust({ AWS: '*' }) })));

function fixtureRole(): Scene {
  const role = open.inventory.roles.get(PROD_ROLE);
  if (role === undefined) throw new Error('the fixture has no prod role');
  return hatDrawing(rolePage(open, hatShelf(), role)).scene;
}

function fixtureAccepted(): Scene {
  const risks = open.findings.map(({ id }) => ({
    risk: { kind: 'finding' as const, id },
    reason: 'agreed',
    author: 'Ada',
    expires: '2026-12-31',
    where: 'hatstack-accepted.yaml:2',
  }));
  const scene = buildScene(open, open.pipelines[0]?.arn ?? '', { selected: null });
  return acceptedScene(scene, acceptedOn(open, risks, '2026-12-01'));
}

/** Those that are printed in every look: light, dark, by hand. */
export const DRAWINGS: readonly (readonly [string, Scene])[] = [
  ['checkout-broken', fixtureScene(checkout, { selected: BROKEN })],
  ['stack', fixtureStack(checkout, BROKEN)],
  ['accounts', mapOfAccounts(analysisOf(checkout)).scene],
  ['role', fixtureRole()],
];

/** More of the graph, which look the same in every look. */
export const MORE_DRAWINGS: readonly (readonly [string, Scene])[] = [
  ['checkout', fixtureScene(checkout, { selected: null })],
  ['checkout-folded', fixtureScene(checkout, { selected: null, folded: ['account:222222222222'] })],
  ['checkout-hats', fixtureScene(checkout, { selected: null, layers: ['hats'] })],
  ['accepted', fixtureAccepted()],
  ['long', fixtureScene(long, { selected: null })],
];
