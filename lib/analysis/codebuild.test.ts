import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, DEV, document, HUB, key, role, trust } from '@/lib/model/snapshot.fixture';
import {
  type ActionCase,
  checkAction,
  PIPELINE_ROLE,
  refusal,
  resourceFact,
  STORE_ACCESS,
  STORE_KEY,
} from './checked-action.fixture';

const PROJECT = `arn:aws:codebuild:us-east-1:${HUB}:project/shop`;
const BUILD_ROLE = `arn:aws:iam::${HUB}:role/shop-build`;
const LOGS = allow(
  ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  `arn:aws:logs:us-east-1:${HUB}:log-group:/aws/codebuild/shop:*`,
);
const START = allow(['codebuild:StartBuild', 'codebuild:BatchGetBuilds', 'codebuild:StopBuild'], PROJECT);

const project = (more: { readonly [name: string]: Json } = {}, arn = PROJECT) =>
  resourceFact('build-project', 'codebuild:BatchGetProjects', arn, {
    name: 'shop',
    serviceRole: BUILD_ROLE,
    encryptionKey: STORE_KEY,
    source: { type: 'CODEPIPELINE' },
    artifacts: { type: 'CODEPIPELINE' },
    environment: { image: 'aws/codebuild/standard:7.0' },
    ...more,
  });
const keyPolicy = document({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${HUB}:root` },
  Action: 'kms:*',
  Resource: '*',
});
const buildRole = (...statements: readonly Json[]) =>
  role(HUB, 'shop-build', trust({ Service: 'codebuild.amazonaws.com' }), ...statements);
const build: ActionCase = {
  action: {
    type: ['Build', 'AWS', 'CodeBuild'],
    configuration: { ProjectName: 'shop' },
    outputs: ['built'],
  },
  may: [START],
  facts: [project(), buildRole(...STORE_ACCESS, LOGS)],
};
const withProject = (more: { readonly [name: string]: Json }, ...may: readonly Json[]): ActionCase => ({
  ...build,
  facts: [project(more), buildRole(...STORE_ACCESS, LOGS, ...may)],
});

describe('a build that may do all it has to', () => {
  it('works, and its artifacts are touched by the project’s role alone', () => {
    const said = checkAction(build);
    expect(said.hops).toEqual(
      ['runs-as', 'calls', 'runs-as', 'reads', 'decrypts', 'writes', 'encrypts', 'calls'].map(
        (kind) => `${kind} works`,
      ),
    );
    const touching = said.needs.filter(({ action }) => /^(s3|kms):/.test(action));
    expect(new Set(touching.map(({ who }) => who))).toEqual(new Set(['shop-build']));
    expect(said.sentences).toContain('Starts the build shop in 111111111111, us-east-1');
    expect(said.sentences).toContain('CodeBuild puts on shop-build');
  });

  it('is a test just as well', () => {
    const test: ActionCase = { ...build, action: { ...build.action, type: ['Test', 'AWS', 'CodeBuild'] } };
    expect(checkAction(test).state).toBe('works');
  });
});

describe('a build that', () => {
  const broken: readonly (readonly [string, ActionCase, string, RegExp])[] = [
    [
      'the pipeline role may not start',
      { ...build, may: [] },
      'pipeline-role',
      /shop-pipeline cannot start the build shop: its own policies do not allow codebuild:StartBuild/,
    ],
    [
      'runs with a role that does not trust CodeBuild',
      { ...build, facts: [project(), role(HUB, 'shop-build', trust({ Service: 'ec2.amazonaws.com' }))] },
      'service-role',
      /CodeBuild cannot put on .*shop-build: its trust policy/,
    ],
    [
      'runs with a role that trusts CodeBuild for another project only',
      {
        ...build,
        facts: [
          project(),
          role(
            HUB,
            'shop-build',
            trust({ Service: 'codebuild.amazonaws.com' }, { ArnEquals: { 'aws:SourceArn': `${PROJECT}-2` } }),
            ...STORE_ACCESS,
            LOGS,
          ),
        ],
      },
      'service-role',
      /CodeBuild cannot put on/,
    ],
    [
      'runs with a role that does not exist',
      { ...build, facts: [project()] },
      'service-role',
      /has no role of this name/,
    ],
    [
      'may not read the store',
      { ...build, facts: [project(), buildRole(LOGS)] },
      'service-role',
      /shop-build cannot read artifacts-us-east-1: its own policies do not allow s3:GetObject/,
    ],
    [
      'may not use the project’s own key',
      {
        ...build,
        facts: [
          project({ encryptionKey: `arn:aws:kms:us-east-1:${HUB}:key/builds` }),
          buildRole(...STORE_ACCESS, LOGS),
          key(HUB, 'us-east-1', 'builds', keyPolicy),
        ],
      },
      'service-role',
      /shop-build cannot encrypt with builds/,
    ],
    [
      'may not write its log',
      { ...build, facts: [project(), buildRole(...STORE_ACCESS)] },
      'service-role',
      /shop-build cannot write the log \/aws\/codebuild\/shop: .* logs:CreateLogStream/,
    ],
    [
      'may not join its network',
      withProject({ vpcConfig: { vpcId: 'vpc-1', subnets: ['subnet-1'] } }),
      'service-role',
      /shop-build cannot join the network of subnet-1/,
    ],
    [
      'may not pull its image',
      withProject({
        environment: {
          image: `${HUB}.dkr.ecr.us-east-1.amazonaws.com/tools/node:22`,
          imagePullCredentialsType: 'SERVICE_ROLE',
        },
      }),
      'service-role',
      /shop-build cannot use the image repository tools\/node/,
    ],
    [
      'may not read a parameter',
      withProject({
        environment: { environmentVariables: [{ name: 'A', type: 'PARAMETER_STORE', value: '/shop/a' }] },
      }),
      'service-role',
      /shop-build cannot read the parameter \/shop\/a/,
    ],
    [
      'may not read a secret',
      withProject({
        environment: {
          environmentVariables: [{ name: 'A', type: 'SECRETS_MANAGER', value: 'shop/db:password' }],
        },
      }),
      'service-role',
      /shop-build cannot read the secret shop\/db/,
    ],
    [
      'has no project of that name',
      {
        ...build,
        facts: [resourceFact('build-project', 'codebuild:BatchGetProjects', PROJECT, null)],
      },
      'structure',
      /There is no build project shop in 111111111111, us-east-1/,
    ],
  ];

  it.each(broken)('%s is broken', (_, one, atFault, says) => {
    const said = checkAction(one);
    expect(said.answer).toMatch(says);
    expect({ state: said.state, atFault: said.atFault }).toEqual({ state: 'broken', atFault });
  });

  it('shares its role with a project for which that role is not trusted', () => {
    const other = PROJECT.replace('/shop', '/other');
    const facts = [
      project(),
      project({ name: 'other' }, other),
      role(
        HUB,
        'shop-build',
        trust({ Service: 'codebuild.amazonaws.com' }, { ArnEquals: { 'aws:SourceArn': PROJECT } }),
        ...STORE_ACCESS,
        LOGS,
      ),
    ];
    const more = {
      Check: [
        {
          name: 'Check',
          type: ['Test', 'AWS', 'CodeBuild'] as const,
          configuration: { ProjectName: 'other' },
        },
      ],
    };
    const both = { ...build, may: [allow('codebuild:*', '*')], facts, more };
    expect(checkAction(both).state).toBe('works');
    expect(checkAction(both, 'Check', 'Check')).toMatchObject({ state: 'broken', atFault: 'service-role' });
  });

  const allowed: readonly (readonly [string, ActionCase])[] = [
    [
      'keeps no log in CloudWatch',
      { ...withProject({ logsConfig: { cloudWatchLogs: { status: 'DISABLED' } } }) },
    ],
    [
      'joins a network that it may join',
      withProject({ vpcConfig: { vpcId: 'vpc-1', subnets: ['subnet-1'] } }, allow('ec2:*', '*')),
    ],
    [
      'reads a parameter and a secret that it may read',
      withProject(
        {
          environment: {
            environmentVariables: [
              { name: 'A', type: 'PARAMETER_STORE', value: '/shop/a' },
              { name: 'B', type: 'SECRETS_MANAGER', value: 'shop/db' },
            ],
          },
        },
        allow('ssm:GetParameters', `arn:aws:ssm:us-east-1:${HUB}:parameter/shop/*`),
        allow(
          'secretsmanager:GetSecretValue',
          `arn:aws:secretsmanager:us-east-1:${HUB}:secret:shop/db-??????`,
        ),
      ),
    ],
    [
      'trusts CodeBuild for this project only',
      {
        ...build,
        facts: [
          project(),
          role(
            HUB,
            'shop-build',
            trust({ Service: 'codebuild.amazonaws.com' }, { ArnEquals: { 'aws:SourceArn': PROJECT } }),
            ...STORE_ACCESS,
            LOGS,
          ),
        ],
      },
    ],
    [
      'encrypts with aws/s3 in the pipeline’s account',
      withProject({ encryptionKey: `arn:aws:kms:us-east-1:${HUB}:alias/aws/s3` }),
    ],
  ];
  it.each(allowed)('%s works', (_, one) => {
    const said = checkAction(one);
    expect(said.state, said.answer).toBe('works');
  });

  it('may read one version of a secret’s ARN depends on which it is', () => {
    const variable = { name: 'B', type: 'SECRETS_MANAGER', value: 'shop/db' };
    const arn = `arn:aws:secretsmanager:us-east-1:${HUB}:secret:shop/db-AbCdEf`;
    const one = withProject(
      { environment: { environmentVariables: [variable] } },
      allow('secretsmanager:GetSecretValue', arn),
    );
    expect(checkAction(one).state).toBe('depends');
  });

  it('may not stop a build, which is a warning, works', () => {
    const said = checkAction({
      ...build,
      may: [allow(['codebuild:StartBuild', 'codebuild:BatchGetBuilds'], PROJECT)],
    });
    expect(said.state).toBe('works');
    expect(said.needs.find(({ action }) => action === 'codebuild:StopBuild')?.verdict).toBe('denied');
  });
});

describe('a build whose project was not read', () => {
  it('cannot be told, and the refused call is named', () => {
    const said = checkAction({
      ...build,
      facts: [],
      gaps: [refusal('codebuild:BatchGetProjects', PROJECT, null)],
    });
    expect(said.state).toBe('unknown');
    expect(said.answer).toMatch(
      /^Cannot tell whether CodeBuild may put on .*: codebuild:BatchGetProjects was refused/,
    );
  });

  it('cannot be told when nobody asked', () => {
    const said = checkAction({ ...build, facts: [] });
    expect(said.state).toBe('unknown');
    expect(said.answer).toContain('the build project shop was not read');
  });

  it('is told apart from another one', () => {
    const more = {
      Check: [
        {
          name: 'Check',
          type: ['Test', 'AWS', 'CodeBuild'] as const,
          configuration: { ProjectName: 'other' },
        },
      ],
    };
    const said = checkAction(
      { ...build, may: [allow('codebuild:*', '*')], facts: [], more },
      'Check',
      'Check',
    );
    expect(said.answer).toContain('the build project other was not read');
  });

  it('is broken all the same where the pipeline role may not start it', () => {
    expect(checkAction({ ...build, may: [], facts: [] }).state).toBe('broken');
  });

  it('cannot be told where its name is a variable', () => {
    const action = { ...build.action, configuration: { ProjectName: '#{variables.Project}' } };
    expect(checkAction({ ...build, action }).answer).toContain('#{variables.Project}');
  });
});

describe('a build in another account', () => {
  const FOREIGN = PROJECT.replace(HUB, DEV);
  const foreign = (encryptionKey: string): ActionCase => ({
    action: { ...build.action, roleArn: `arn:aws:iam::${DEV}:role/start` },
    facts: [
      role(DEV, 'start', trust({ AWS: PIPELINE_ROLE }), allow('codebuild:*', FOREIGN)),
      role(
        DEV,
        'shop-build',
        trust({ Service: 'codebuild.amazonaws.com' }),
        allow(['s3:*', 'kms:*', 'logs:*'], '*'),
      ),
      project({ serviceRole: `arn:aws:iam::${DEV}:role/shop-build`, encryptionKey }, FOREIGN),
    ],
    more: {
      Deploy: [
        {
          name: 'Upload',
          type: ['Deploy', 'AWS', 'S3'],
          configuration: { BucketName: 'drop', Extract: 'true' },
          inputs: ['built'],
        },
      ],
    },
  });

  it('hands on what it made where it uses the store’s key', () => {
    expect(checkAction(foreign(STORE_KEY)).state).toBe('works');
    expect(checkAction(foreign(STORE_KEY), 'Upload', 'Deploy').state).toBe('works');
  });

  it('breaks those who read what it encrypted with aws/s3', () => {
    const aws = foreign(`arn:aws:kms:us-east-1:${DEV}:alias/aws/s3`);
    expect(checkAction(aws)).toMatchObject({ state: 'works', faults: ['build-output-not-shareable'] });
    expect(checkAction(aws, 'Upload', 'Deploy')).toMatchObject({
      state: 'broken',
      faults: ['store-key-not-shareable'],
    });
  });
});

describe('a full clone', () => {
  const CONNECTION = `arn:aws:codeconnections:us-east-1:${HUB}:connection/c1`;
  const clone = (...may: readonly Json[]): ActionCase => ({
    ...build,
    may: [START, allow('codeconnections:UseConnection', CONNECTION)],
    source: {
      type: ['Source', 'AWS', 'CodeStarSourceConnection'],
      configuration: {
        ConnectionArn: CONNECTION,
        FullRepositoryId: 'acme/shop',
        BranchName: 'main',
        OutputArtifactFormat: 'CODEBUILD_CLONE_REF',
      },
    },
    facts: [project(), buildRole(...STORE_ACCESS, LOGS, ...may)],
  });

  it('needs the connection on the project’s role too', () => {
    expect(checkAction(clone()).answer).toMatch(/shop-build cannot use the connection to acme\/shop/);
    expect(checkAction(clone(allow('codeconnections:UseConnection', CONNECTION))).state).toBe('works');
  });

  it('cannot tell whether the old prefix is enough for a connection of the new name', () => {
    const said = checkAction(clone(allow('codestar-connections:UseConnection', CONNECTION)));
    expect(said.state).toBe('unknown');
    expect(said.answer).toMatch(/disagree/);
  });
});
