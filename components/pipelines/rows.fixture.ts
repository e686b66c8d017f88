import type { PipelineRow } from '@/lib/scene/pipeline-rows';

/** A pipeline that works, but for what a test says. */
export function row(name: string, more: Partial<PipelineRow> = {}): PipelineRow {
  return {
    arn: `arn:aws:codepipeline:us-east-1:111122223333:${name}`,
    name,
    id: `111122223333.us-east-1.${name}`,
    accountId: '111122223333',
    account: 'tools',
    type: 'V2',
    region: 'us-east-1',
    state: 'works',
    overBroad: false,
    why: [{ text: 'All 9 hops work' }],
    accounts: [{ name: 'tools', isProd: false }],
    regions: ['us-east-1'],
    actions: 4,
    run: null,
    ...more,
  };
}
