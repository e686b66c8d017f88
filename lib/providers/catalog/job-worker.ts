// Actions of partners and of one's own, Jenkins among them: a job worker asks for jobs and gets credentials for its artifacts.
import type { ActionProvider } from '../action-provider';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-custom-action.html';

/** The credentials are a session of the pipeline role, cut down to the objects of the job: such an action has no role of its own.
 *  Stands for every provider of owner ThirdParty or Custom that has no file of its own.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_JobData.html (read 2026-11-24) */
export const jobWorker: ActionProvider = {
  id: 'job-worker',
  category: '*',
  owner: 'Custom',
  provider: '*',
  title: '',
  docs: DOCS,
  artifacts: { reads: true, writes: true, acl: 'never' },
  calls: () => [],
  passes: () => [],
};
