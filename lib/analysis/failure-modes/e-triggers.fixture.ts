// Test support: sources, and what starts a pipeline.
import type { RegisterEntry } from './entry.fixture';

export const SOURCES_AND_TRIGGERS: readonly RegisterEntry[] = [
  {
    id: 'connection-pending',
    what: 'A connection is pending or in error.',
    sources: [
      'https://github.com/XgridInc/xc3/issues/115',
      'https://docs.aws.amazon.com/dtconsole/latest/userguide/connections-update.html',
    ],
    because: 'needs a call',
    reportedAs: 'silent',
    why: 'connections are not read yet',
  },
  {
    id: 'connection-deleted-or-wrong-region',
    what: 'A connection does not exist, or lies in another region.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    because: 'needs a call',
    reportedAs: 'silent',
    why: 'connections are not read yet',
  },
  {
    id: 'event-rule-missing',
    what: 'No event rule starts the pipeline.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/triggering.html'],
    because: 'needs a call',
    reportedAs: 'silent',
    why: 'rules on a bus of their own or in another account are not read yet',
  },
  {
    id: 'event-bus-cross-account-policy',
    what: 'The event bus does not let the account of the source in.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/24843',
      'https://github.com/hashicorp/terraform-provider-aws/issues/8759',
    ],
    because: 'needs a call',
    reportedAs: 'silent',
    why: 'policies of event buses are not read yet',
  },
  {
    id: 'source-secrets-masked',
    what: 'A token in a source’s configuration does not work any more.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html'],
    because: 'in something that no scan reads',
    reportedAs: 'silent',
    why: 'AWS hands out no secrets, and a scan keeps none',
  },
  {
    id: 'polling-disabled',
    what: 'AWS switched off polling for a pipeline that was idle.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineMetadata.html'],
    as: {
      kind: 'shown in',
      test: 'lib/scene/action-notes.test.ts',
      fires: 'polling that AWS switched off is told on a source that polls',
      silent: 'and nowhere else',
      cannotTell: 'a pipeline that was refused is a gap, and nothing is said of it',
    },
  },
];
