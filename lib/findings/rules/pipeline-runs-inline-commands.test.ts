import { describe, expect, it } from 'vitest';
import { found, TIERS } from '../found.fixture';

const RULE = 'pipeline-runs-inline-commands';
const commands = (more: { roleArn?: string } = {}) => ({
  more: {
    Build: [
      {
        name: 'Run',
        type: ['Compute', 'AWS', 'Commands'] as const,
        configuration: { Commands: 'make' },
        inputs: ['source'],
        ...more,
      },
    ],
  },
});

describe(RULE, () => {
  it('fires for commands with the pipeline role, harder where that reaches prod', () => {
    expect(found(RULE, commands())).toMatchObject([
      { severity: 'low', marks: false, title: 'Build/Run of shop runs commands with the pipeline role' },
    ]);
    expect(found(RULE, commands(), { settings: TIERS })).toMatchObject([{ severity: 'medium' }]);
  });

  it('fires for a build specification in the pipeline', () => {
    const build = {
      name: 'Build',
      type: ['Build', 'AWS', 'CodeBuild'] as const,
      configuration: { ProjectName: 'shop', BuildspecOverride: '****' },
      inputs: ['source'],
    };
    expect(found(RULE, { more: { Build: [build] } })[0]?.title).toContain('brings a build specification');
  });

  it('is silent for commands with a role of their own', () => {
    expect(found(RULE, commands({ roleArn: 'arn:aws:iam::111111111111:role/commands' }))).toEqual([]);
  });

  it('cannot tell of a pipeline that was not read, and keeps silent', () => {
    expect(found(RULE, { ...commands(), without: (fact) => fact.kind === 'pipeline' })).toEqual([]);
  });
});
