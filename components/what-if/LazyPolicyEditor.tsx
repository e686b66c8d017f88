'use client';

import dynamic from 'next/dynamic';

/** The editor of a policy, fetched when somebody edits one. */
export const LazyPolicyEditor = dynamic(
  () => import('./PolicyEditor').then(({ PolicyEditor }) => PolicyEditor),
  { ssr: false },
);
