'use client';

import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import type { MouseEvent, ReactNode } from 'react';
import { pipelineState } from './view-state';

/** A link to the permission path of an action, which answers before the server does; in another tab it is a link as any other. */
export function ActionLink(props: { action: string; href: string; children: ReactNode }) {
  const [, setState] = useQueryStates(pipelineState, { history: 'push', scroll: false });
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    void setState({ action: props.action, hop: null }, { shallow: false });
  };
  return (
    <Link href={props.href} scroll={false} prefetch={false} onClick={open}>
      {props.children}
    </Link>
  );
}
