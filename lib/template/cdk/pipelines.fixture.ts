// Test support: a self-mutating pipeline of `aws-cdk-lib/pipelines`, over the roles that `cdk bootstrap` makes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Stack, Stage } from 'aws-cdk-lib/core';
import { CodePipeline, ManualApprovalStep } from 'aws-cdk-lib/pipelines';
import { AWAY, bootstrapStack, type CdkApp, DEV, HOME, HUB, PROD, stackIn } from './synthesise.fixture';
import { bucketIn, synthStep } from './things.fixture';

/** Several accounts and regions, an asset, an approval.
 *  @see https://docs.aws.amazon.com/cdk/v2/guide/cdk-pipeline.html */
export const pipelines: CdkApp = {
  name: 'pipelines',
  beside: [
    bootstrapStack(HUB, HOME, []),
    bootstrapStack(HUB, AWAY, []),
    bootstrapStack(DEV, HOME, [HUB]),
    bootstrapStack(PROD, HOME, [HUB]),
    bootstrapStack(PROD, AWAY, [HUB]),
  ],
  build(app, folder) {
    const hub = stackIn(app, 'bank-pipeline', HUB);
    const pipeline = new CodePipeline(hub, 'Pipeline', {
      pipelineName: 'bank',
      crossAccountKeys: true,
      synth: synthStep(bucketIn(hub, 'Drop', { versioned: true }), 'bank.zip'),
    });
    writeFileSync(join(folder, 'index.js'), 'exports.handler = async () => {};\n');
    const stage = (name: string, account: string, regions: readonly string[]) => {
      const own = new Stage(app, name, { env: { account } });
      for (const region of regions) {
        const stack = new Stack(own, `Ledger-${region}`, { env: { account, region } });
        new LambdaFunction(stack, 'Post', {
          runtime: Runtime.NODEJS_22_X,
          handler: 'index.handler',
          code: Code.fromAsset(folder),
        });
      }
      return own;
    };
    pipeline.addStage(stage('Dev', DEV, [HOME]));
    pipeline.addStage(stage('Prod', PROD, [HOME, AWAY]), { pre: [new ManualApprovalStep('Release')] });
  },
};
