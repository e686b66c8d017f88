import { describe, expect, it } from 'vitest';
import { allow, DEV, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { type ActionCase, checkAction, PIPELINE_ROLE, refusal, resourceFact } from './checked-action.fixture';

const FUNCTION = `arn:aws:lambda:us-east-1:${HUB}:function:check`;
const REPORT = allow(['codepipeline:PutJobSuccessResult', 'codepipeline:PutJobFailureResult'], '*');
const functionFact = (arn = FUNCTION, account = HUB) =>
  resourceFact('function', 'lambda:GetFunctionConfiguration', arn, {
    FunctionName: 'check',
    Role: `arn:aws:iam::${account}:role/check`,
  });
const lambdaRole = (...statements: Parameters<typeof role>[3][]) =>
  role(HUB, 'check', trust({ Service: 'lambda.amazonaws.com' }), ...statements);
const invoke: ActionCase = {
  action: { type: ['Invoke', 'AWS', 'Lambda'], configuration: { FunctionName: 'check' }, inputs: [] },
  may: [allow('lambda:InvokeFunction', FUNCTION)],
  facts: [functionFact(), lambdaRole(REPORT)],
};

describe('a function that is invoked', () => {
  it('works, and reports', () => {
    const said = checkAction(invoke);
    expect(said.state, said.answer).toBe('works');
    expect(said.sentences).toEqual([
      'CodePipeline puts on shop-pipeline',
      'Calls the function check in 111111111111, us-east-1',
      'Lambda puts on check',
      'Reports the result of shop in 111111111111, us-east-1',
    ]);
  });

  it('by its alias is asked for by its alias', () => {
    const action = { ...invoke.action, configuration: { FunctionName: 'check:live' } };
    expect(checkAction({ ...invoke, action }).answer).toMatch(/do not allow lambda:InvokeFunction/);
    expect(checkAction({ ...invoke, action, may: [allow('lambda:*', `${FUNCTION}:live`)] }).state).toBe(
      'works',
    );
  });

  it.each([
    ['the pipeline role may not invoke it', { ...invoke, may: [] }, /cannot call the function check/],
    [
      'it may not report',
      { ...invoke, facts: [functionFact(), lambdaRole()] },
      /check cannot report the result of shop/,
    ],
    [
      'its role does not trust Lambda',
      { ...invoke, facts: [functionFact(), role(HUB, 'check', trust({ AWS: PIPELINE_ROLE }), REPORT)] },
      /Lambda cannot put on/,
    ],
    [
      'it does not exist',
      { ...invoke, facts: [resourceFact('function', 'lambda:GetFunctionConfiguration', FUNCTION, null)] },
      /There is no function check in 111111111111/,
    ],
  ] as const)('breaks where %s', (_, one, says) => {
    const said = checkAction(one as ActionCase);
    expect(said.state).toBe('broken');
    expect(said.answer).toMatch(says);
  });

  it('cannot be told where it was not read', () => {
    const refused = { ...invoke, facts: [], gaps: [refusal('lambda:GetFunctionConfiguration', FUNCTION)] };
    expect(checkAction(refused).answer).toMatch(/lambda:GetFunctionConfiguration was refused/);
    expect(checkAction({ ...invoke, facts: [] }).answer).toContain('the function check was not read');
  });

  it('cannot be told of artifacts that its code may fetch with other credentials', () => {
    const action = { ...invoke.action, inputs: ['source'], roleArn: `arn:aws:iam::${HUB}:role/invoke` };
    const facts = [
      ...(invoke.facts ?? []),
      role(HUB, 'invoke', trust({ AWS: PIPELINE_ROLE }), allow('lambda:InvokeFunction', FUNCTION)),
    ];
    const said = checkAction({ ...invoke, may: [allow('sts:AssumeRole', '*')], action, facts });
    expect(said.state).toBe('unknown');
    expect(said.answer).toContain('its code decides');
  });

  it('cannot be told how it reports from another account', () => {
    const foreign = FUNCTION.replace(HUB, DEV);
    const said = checkAction({
      action: { ...invoke.action, roleArn: `arn:aws:iam::${DEV}:role/invoke` },
      facts: [
        role(DEV, 'invoke', trust({ AWS: PIPELINE_ROLE }), allow('lambda:*', '*')),
        functionFact(foreign, DEV),
        role(DEV, 'check', trust({ Service: 'lambda.amazonaws.com' }), REPORT),
      ],
    });
    expect(said.answer).toContain('AWS does not say how a function of 222222222222 reports');
  });
});

describe('a state machine', () => {
  const MACHINE = `arn:aws:states:us-east-1:${HUB}:stateMachine:check`;
  const fact = resourceFact('state-machine', 'states:DescribeStateMachine', MACHINE, {
    name: 'check',
    roleArn: `arn:aws:iam::${HUB}:role/check`,
  });
  const trusting = (Condition?: Parameters<typeof trust>[1]) =>
    role(HUB, 'check', trust({ Service: 'states.amazonaws.com' }, Condition));
  const start: ActionCase = {
    action: {
      type: ['Invoke', 'AWS', 'StepFunctions'],
      configuration: { StateMachineArn: MACHINE, InputType: 'Literal', Input: '{}' },
      inputs: [],
    },
    may: [
      allow(['states:StartExecution', 'states:DescribeStateMachine'], MACHINE),
      allow('states:DescribeExecution', `arn:aws:states:us-east-1:${HUB}:execution:check:*`),
    ],
    facts: [fact, trusting()],
  };

  it('works, also where its role trusts Step Functions for it alone', () => {
    expect(checkAction(start).state).toBe('works');
    const facts = [fact, trusting({ ArnEquals: { 'aws:SourceArn': MACHINE } })];
    expect(checkAction({ ...start, facts }).state).toBe('works');
  });

  it('breaks where the pipeline role may not follow its execution, or another machine is trusted', () => {
    const may = [allow(['states:StartExecution', 'states:DescribeStateMachine'], MACHINE)];
    expect(checkAction({ ...start, may }).answer).toMatch(/do not allow states:DescribeExecution/);
    const facts = [fact, trusting({ ArnEquals: { 'aws:SourceArn': `${MACHINE}-2` } })];
    expect(checkAction({ ...start, facts }).atFault).toBe('service-role');
  });

  it('cannot be told where it was not read, and is a fault where it is not there', () => {
    expect(checkAction({ ...start, facts: [] }).answer).toContain('the state machine check was not read');
    const gone = resourceFact('state-machine', 'states:DescribeStateMachine', MACHINE, null);
    expect(checkAction({ ...start, facts: [gone] }).faults).toEqual(['state-machine-missing']);
  });
});

describe('another pipeline', () => {
  const start: ActionCase = {
    action: {
      type: ['Invoke', 'AWS', 'CodePipeline'],
      configuration: { PipelineName: 'next' },
      inputs: [],
    },
    definition: { pipelineType: 'V2' },
    may: [allow('codepipeline:StartPipelineExecution', `arn:aws:codepipeline:us-east-1:${HUB}:next`)],
  };

  it('is started by name', () => {
    expect(checkAction(start).state).toBe('works');
    expect(checkAction({ ...start, may: [] }).answer).toMatch(/cannot start the pipeline next/);
    const action = { ...start.action, configuration: { PipelineName: '#{variables.Next}' } };
    expect(checkAction({ ...start, action }).state).toBe('unknown');
  });
});
