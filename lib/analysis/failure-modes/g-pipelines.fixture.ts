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
    because: 'no finding yet',
    reportedAs: 'silent',
    why: 'nothing breaks; a rule of its own would tell',
  },
  {
    id: 'last-failure-evidence',
    what: 'The error message of the last run, on the hop that explains it.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    because: 'no finding yet',
    reportedAs: 'as AWS’s own message beside the action',
    why: 'messages are not matched with hops yet',
  },
];
