import { useEffect, useId, useRef } from 'react';
import { Prose } from '@/components/verdict/Prose';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import type { ActionTrail, HopTrail } from '@/lib/scene/trail';
import { HopBody } from './HopBody';
import styles from './HopItem.module.css';
import { HopRing } from './HopRing';

/** One hop: its number, what it does and how it stands; opens to its needs. */
export function HopItem(props: {
  hop: HopTrail;
  isOpen: boolean;
  /** The address names it, and it is not the one that opens by itself: it is brought into view. */
  isAsked: boolean;
  said: ActionTrail['run'];
  /** AWS said no here, and we do not. */
  disputed: boolean;
  onToggle: () => void;
}) {
  const { hop, isOpen } = props;
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(isOpen && !props.isAsked);
  useEffect(() => {
    if (isOpen && !wasOpen.current) item.current?.scrollIntoView({ block: 'nearest' });
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <li ref={item} className={styles.item} data-open={isOpen}>
      <h3 data-tour={isOpen ? 'hop' : undefined}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={props.onToggle}
        >
          <HopRing hop={hop} />
          <span className={styles.sentence}>
            <Prose words={hop.sentence} />
          </span>
          {props.disputed ? <span className={styles.disputed}>AWS said no here</span> : null}
          {hop.overBroad ? <OverBroadBadge accepted={hop.accepted} /> : null}
          <StateBadge state={hop.state} />
        </button>
      </h3>
      <div id={id} className={styles.body} data-state={hop.state} hidden={!isOpen}>
        {isOpen ? <HopBody hop={hop} said={props.said} /> : null}
      </div>
    </li>
  );
}
