// The parts of a review, in reading order. One more part is one file and one line here.
import type { ReviewSection } from '../review-section';
import { acceptedRisks } from './accepted-risks';
import { coverageRead } from './coverage-read';
import { findingsSection } from './findings-section';
import { hubAndSpoke } from './hub-and-spoke';
import { pipelineSections } from './pipeline-sections';
import { prodReached } from './prod-reached';
import { signOff } from './sign-off';
import { standing } from './standing';

export const SECTIONS: readonly ReviewSection[] = [
  standing,
  hubAndSpoke,
  prodReached,
  findingsSection,
  acceptedRisks,
  pipelineSections,
  coverageRead,
  signOff,
];
