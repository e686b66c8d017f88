// CodeBuild, where a command of the build itself failed, or the build was not well described.
import type { Wording } from '../message';

const PHASE = /Phase: \w+, Code: (?:COMMAND_EXECUTION_ERROR|YAML_FILE_ERROR)\b/;

/** What a command does with AWS is asked with the project's role, but is not part of the pipeline's own path.
 *  @see https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details.html#view-build-details-phases (read 2026-11-24) */
export const buildCommand: Wording = {
  id: 'build-command',
  source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details.html',
  examples: [
    'Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: Error while executing command: exit 1. Reason: exit status 1',
    'Build terminated with state: FAILED. Phase: DOWNLOAD_SOURCE, Code: YAML_FILE_ERROR, Message: stat /codebuild/output/src/buildspec.yml: no such file or directory',
  ],
  read: (text) => (PHASE.test(text) ? { about: 'other' } : null),
};
