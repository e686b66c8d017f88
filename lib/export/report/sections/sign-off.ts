// Where somebody signs.
import { exactTime } from '@/lib/scene/exact-time';
import { words } from '@/lib/scene/words';
import type { ReviewSection } from '../review-section';

/** What is signed for, in one sentence, and room for two signatures. */
export const signOff: ReviewSection = ({ analysis, checksum }) => [
  {
    id: 'sign-off',
    title: 'Sign-off',
    isOwnPage: false,
    blocks: [
      {
        kind: 'signature',
        words: words(
          `I have read this review of the snapshot ${analysis.snapshot.id} of ${exactTime(analysis.snapshot.takenAt)} (SHA-256 ${checksum.slice(0, 16)}…), and accept what it shows, with these remarks:`,
        ),
        fields: ['Remarks', 'Name and role', 'Date', 'Signature'],
      },
      {
        kind: 'signature',
        words: words('Second reviewer, where your rules ask for two:'),
        fields: ['Name and role', 'Date', 'Signature'],
      },
    ],
  },
];
