import { describe, expect, it } from 'vitest';
import { found } from '../found.fixture';

const RULE = 'plain-secret-in-pipeline';
const build = (configuration: { [key: string]: string }) => ({
  more: {
    Build: [
      {
        name: 'Build',
        type: ['Build', 'AWS', 'CodeBuild'] as const,
        configuration: { ProjectName: 'shop', ...configuration },
        inputs: ['source'],
      },
    ],
  },
});
const variables = (...list: { name: string; value: string; type?: string }[]) =>
  build({ EnvironmentVariables: JSON.stringify(list) });

describe(RULE, () => {
  it('fires for a plain variable that is called like a secret, and names it without its value', () => {
    const all = found(
      RULE,
      variables(
        { name: 'NPM_TOKEN', value: 'npm_abc', type: 'PLAINTEXT' },
        { name: 'DB_PASSWORD', value: 'hunter2' },
      ),
    );
    expect(all).toMatchObject([
      {
        severity: 'medium',
        marks: false,
        title: 'Build/Build of shop holds `DB_PASSWORD`, `NPM_TOKEN` in plain text',
      },
    ]);
    expect(JSON.stringify(all)).not.toMatch(/npm_abc|hunter2/);
  });

  it('fires for a parameter of a stack', () => {
    const prodAction = {
      configuration: {
        ActionMode: 'CREATE_UPDATE',
        StackName: 'shop',
        ParameterOverrides: '{"ApiKey": "abc"}',
      },
    };
    expect(found(RULE, { prodAction })[0]?.title).toBe(
      'Prod/Deploy-Prod of shop holds `ApiKey` in plain text',
    );
  });

  it('is silent for references, variables of the run and names of no secret', () => {
    const own = variables(
      { name: 'NPM_TOKEN', value: 'build/npm', type: 'SECRETS_MANAGER' },
      { name: 'API_KEY', value: '#{Source.Key}' },
      { name: 'TOKEN_URL', value: 'https://example.com' },
    );
    expect(found(RULE, own)).toEqual([]);
  });

  it('cannot tell where the variables are no JSON, and says that it is possible', () => {
    expect(found(RULE, build({ EnvironmentVariables: '****' }))).toMatchObject([{ certainty: 'possible' }]);
  });
});
