// Test support: sources, and what starts a pipeline.
import { CONNECTIONS } from './e-connections.fixture';
import { EVENTS } from './e-events.fixture';
import { SOURCES } from './e-sources.fixture';
import type { RegisterEntry } from './entry.fixture';

export const SOURCES_AND_TRIGGERS: readonly RegisterEntry[] = [
  ...CONNECTIONS,
  ...EVENTS,
  ...SOURCES,
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
