// What the made-up AWS of the scan's benchmark says: each account has roles, and in each region two pipelines with a store and a key.

export interface Asked {
  /** Whose credentials signed. */
  readonly account: string;
  readonly region: string;
  /** As in the signature: `iam`, `codepipeline`, `s3`. */
  readonly service: string;
  readonly method: string;
  readonly url: string;
  /** `CodePipeline_20150709.GetPipeline`; empty where the protocol has none. */
  readonly target: string;
  readonly body: string;
  /** How many roles an account has. */
  readonly roles: number;
}

interface Said {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const XML = 'text/xml';
const JSON_TYPE = 'application/x-amz-json-1.1';

/** The answer, or that it comes too fast. */
export function answerTo(asked: Asked, isThrottled: boolean): Said {
  if (asked.service === 's3') return isThrottled ? xml(503, slowDown) : xml(200, bucketAnswer(asked));
  const action = new URLSearchParams(asked.body).get('Action');
  if (action !== null)
    return isThrottled ? xml(400, throttled(action)) : xml(200, queryAnswer(action, asked));
  if (isThrottled)
    return {
      status: 400,
      type: JSON_TYPE,
      body: JSON.stringify({ __type: 'ThrottlingException', message: 'Rate exceeded' }),
    };
  const operation = asked.target.split('.').at(-1) ?? '';
  return { status: 200, type: JSON_TYPE, body: JSON.stringify(jsonAnswer(operation, asked)) };
}

const xml = (status: number, body: string): Said => ({ status, type: XML, body });
const slowDown = '<Error><Code>SlowDown</Code><Message>Please reduce your request rate</Message></Error>';
const throttled = (action: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded for ${action}</Message></Error></ErrorResponse>`;

function queryAnswer(action: string, asked: Asked): string {
  const result = queryResults[action]?.(asked) ?? '';
  return `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`;
}

/** As long as those of AWS. */
const TOKEN = 't'.repeat(900);

const queryResults: { readonly [action: string]: (asked: Asked) => string } = {
  GetCallerIdentity: ({ account }) =>
    `<Arn>arn:aws:sts::${account}:assumed-role/HatstackRead/hatstack</Arn><UserId>U</UserId><Account>${account}</Account>`,
  AssumeRole: ({ body }) => {
    const [, account = ''] = /::(\d{12}):/.exec(new URLSearchParams(body).get('RoleArn') ?? '') ?? [];
    const until = new Date(Date.now() + 3_600_000).toISOString();
    return `<Credentials><AccessKeyId>ASIA${account}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>${TOKEN}</SessionToken><Expiration>${until}</Expiration></Credentials>`;
  },
  GetAccountAuthorizationDetails: ({ account, body, roles }) => {
    // Two pages, as of an account of ordinary size.
    const isSecond = body.includes('Marker=');
    const [from, to] = isSecond ? [Math.ceil(roles / 2), roles] : [0, Math.ceil(roles / 2)];
    const list = Array.from({ length: to - from }, (_, at) => role(account, from + at)).join('');
    return `<IsTruncated>${!isSecond}</IsTruncated>${isSecond ? '' : '<Marker>m</Marker>'}<RoleDetailList>${list}</RoleDetailList>`;
  },
  DescribeStacks: ({ account, region }) =>
    `<Stacks><member><StackName>shop</StackName><StackId>arn:aws:cloudformation:${region}:${account}:stack/shop/1</StackId><RoleARN>arn:aws:iam::${account}:role/r1</RoleARN><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus></member></Stacks>`,
};

function role(account: string, number: number): string {
  const trust = {
    Effect: 'Allow',
    Principal: { Service: 'codepipeline.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  const statements = Array.from({ length: 8 }, (_, at) => ({
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 'kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: `arn:aws:s3:::store-${account}-${at}/*`,
  }));
  const encoded = (Statement: unknown) =>
    encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));
  return `<member><Path>/</Path><RoleName>r${number}</RoleName><RoleId>AROA${number}</RoleId><Arn>arn:aws:iam::${account}:role/r${number}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>${encoded([trust])}</AssumeRolePolicyDocument><RolePolicyList><member><PolicyName>p</PolicyName><PolicyDocument>${encoded(statements)}</PolicyDocument></member></RolePolicyList></member>`;
}

function bucketAnswer({ account, url, region }: Asked): string {
  const { pathname, searchParams } = new URL(url, 'http://endpoint');
  if (pathname === '/') {
    const bucket = `<Bucket><Name>store-${account}-${region}</Name><BucketRegion>${region}</BucketRegion><CreationDate>2026-01-01T00:00:00Z</CreationDate></Bucket>`;
    return `<ListAllMyBucketsResult><Buckets>${bucket}</Buckets></ListAllMyBucketsResult>`;
  }
  if (searchParams.has('location')) return `<LocationConstraint>${region}</LocationConstraint>`;
  if (searchParams.has('policy')) return JSON.stringify({ Version: '2012-10-17', Statement: [] });
  return '<Configuration></Configuration>';
}

function jsonAnswer(operation: string, asked: Asked): object {
  const { account, region, body } = asked;
  const key = `arn:aws:kms:${region}:${account}:key/11111111-2222-3333-4444-555555555555`;
  switch (operation) {
    case 'ListPipelines':
      return { pipelines: [{ name: 'shop' }, { name: 'pay' }] };
    case 'GetPipeline':
      return { pipeline: pipeline(String(JSON.parse(body).name), asked, key), metadata: {} };
    case 'GetPipelineState':
      return { pipelineName: JSON.parse(body).name, stageStates: [] };
    case 'DescribeKey':
      return {
        KeyMetadata: { KeyId: key.split('/')[1], Arn: key, AWSAccountId: account, KeyManager: 'CUSTOMER' },
      };
    case 'GetKeyPolicy':
      return { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }) };
    case 'ListGrants':
      return { Grants: [], Truncated: false };
    case 'ListAliases':
      return { Aliases: [], Truncated: false };
    case 'BatchGetProjects':
      return {
        projects: JSON.parse(body).names.map((name: string) => ({
          name,
          serviceRole: `arn:aws:iam::${account}:role/r2`,
        })),
      };
    default:
      return {};
  }
}

function pipeline(name: string, { account, region }: Asked, key: string): object {
  const action = (title: string, category: string, provider: string, configuration: object) => ({
    name: title,
    actionTypeId: { category, owner: 'AWS', provider, version: '1' },
    configuration,
    roleArn: `arn:aws:iam::${account}:role/r1`,
  });
  return {
    name,
    roleArn: `arn:aws:iam::${account}:role/r0`,
    artifactStore: {
      type: 'S3',
      location: `store-${account}-us-east-1`,
      encryptionKey: { id: key, type: 'KMS' },
    },
    stages: [
      {
        name: 'Source',
        actions: [
          action('Fetch', 'Source', 'S3', { S3Bucket: `store-${account}-${region}`, S3ObjectKey: 'a.zip' }),
        ],
      },
      { name: 'Build', actions: [action('Build', 'Build', 'CodeBuild', { ProjectName: `${name}-build` })] },
      {
        name: 'Deploy',
        actions: [
          action('Deploy', 'Deploy', 'CloudFormation', { StackName: 'shop', ActionMode: 'CREATE_UPDATE' }),
        ],
      },
    ],
  };
}
