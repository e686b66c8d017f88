// A card: an action, a hat, a store, a key. Enter or a click opens the permission path that comes by.
import type { NodeProps } from '@xyflow/react';
import { type KeyboardEvent, useState } from 'react';
import type { BoxNode } from '../flow-from-scene';
import { unfolds } from '../fold-target';
import styles from '../map.module.css';
import { useMapActions } from '../map-actions';
import { isArrow } from '../nearest';
import { Parts } from '../Parts';
import { useZoomLevel } from '../use-zoom-level';
import { partsAt } from '../zoom-level';
import { Ends } from './Ends';
import { FullNames } from './FullNames';

export function CardNode({ data: { box, opens, fade } }: NodeProps<BoxNode>) {
  const actions = useMapActions();
  const level = useZoomLevel();
  const [isLookedAt, setLookedAt] = useState(false);
  const folded = unfolds(box);
  const press = (event: KeyboardEvent) => {
    if (isArrow(event.key)) {
      event.preventDefault();
      actions.go(box, event.key);
    }
  };
  // The name comes from the picture inside, not from the button: then what is read out is no other than what is seen.
  const picture = (
    <svg className={styles.parts} width={box.width} height={box.height} role="img" aria-label={box.label}>
      <Parts parts={partsAt(box, level)} />
    </svg>
  );
  const shared = {
    className: styles.card,
    'data-card': box.id,
    'data-kind': box.kind,
    'data-paths': box.paths.join('\n'),
    style: { ['--seen' as string]: box.opacity * fade },
    onKeyDown: press,
    onFocus: () => {
      actions.reveal(box);
      setLookedAt(true);
    },
    onBlur: () => setLookedAt(false),
    onPointerEnter: () => {
      setLookedAt(true);
      actions.hover(box.paths);
    },
    onPointerLeave: () => {
      setLookedAt(false);
      actions.hover(null);
    },
  };
  if (opens === null && folded === null)
    return (
      <>
        <Ends />
        <FullNames box={box} isShown={isLookedAt} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys lead from card to card, also over those that open nothing */}
        {/* biome-ignore lint/a11y/useSemanticElements: a card that opens nothing is no set of fields */}
        <div role="group" tabIndex={0} {...shared}>
          {picture}
        </div>
      </>
    );
  return (
    <>
      <Ends />
      <FullNames box={box} isShown={isLookedAt} />
      <button
        type="button"
        aria-pressed={box.opens === null ? undefined : box.selected}
        aria-expanded={folded === null ? undefined : false}
        onClick={() => {
          if (folded !== null) actions.fold(folded);
          else if (opens !== null) actions.open(opens);
        }}
        {...shared}
      >
        {picture}
      </button>
    </>
  );
}
