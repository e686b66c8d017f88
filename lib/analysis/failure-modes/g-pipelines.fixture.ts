// Test support: what is special to pipelines of type V2, and to reading them.
import type { RegisterEntry } from './entry.fixture';

export const PIPELINES_V2: readonly RegisterEntry[] = [
  {
    id: 'parallel-mode-stale-definition',
    what: 'A change of the execution mode that running executions do not see yet.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-execution-mode-editing',
    ],
    because: 'cannot be known',
    reportedAs: 'silent',
    why: 'not in what AWS answers',
  },
  {
    id: 'disabled-transition',
    what: 'A transition is disabled.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/transitions.html'],
    as: {
      kind: 'shown in',
      test: 'lib/analysis/last-run.test.ts',
      fires: 'tell a disabled transition, who disabled it and why, and change no verdict',
      silent: 'say nothing of a transition that is enabled',
      cannotTell: 'say so where the state was refused',
    },
  },
  {
    id: 'last-failure-evidence',
    what: 'The last run failed, and its message names the request that AWS refused.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionExecutionResult.html'],
    as: {
      kind: 'shown in',
      test: 'lib/analysis/last-run.test.ts',
      fires: 'broken, and AWS says the same',
      silent: 'says nothing where a run succeeded and all is judged to work',
      cannotTell: 'works, and nobody can read what AWS said',
    },
  },
];
