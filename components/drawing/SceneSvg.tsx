import { Fragment } from 'react';
import type { Box, Primitive, Scene, Token } from '@/lib/scene/scene';
import { type Pen, SANS, vectorOf } from '@/lib/scene/vector';
import styles from './SceneSvg.module.css';
import { Shape } from './Shape';
import { SvgLink } from './SvgLink';

/** A scene inline in the page: lines under cards, rings over them; a card that leads somewhere is a link. */
export function SceneSvg(props: {
  scene: Scene;
  id: string;
  label: string;
  /** Where it stands in a frame that is wider. */
  align?: 'left' | 'middle';
  hrefOf: (box: string) => string | null;
}) {
  const { scene, id } = props;
  const pen: Pen = { colour: (token: Token) => `var(--${token})`, hatch: `url(#${id}-hatch)` };
  return (
    <svg
      className={styles.svg}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      width={scene.width}
      height={scene.height}
      fontFamily={SANS}
      preserveAspectRatio={props.align === 'left' ? 'xMinYMid' : undefined}
    >
      <title>{props.label}</title>
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V7" stroke="var(--line-2)" strokeWidth="1" />
        </pattern>
      </defs>
      {scene.boxes.filter(isGround).map((box) => (
        <BoxShape key={box.id} box={box} pen={pen} href={props.hrefOf(box.id)} />
      ))}
      {scene.lines.map((line) => (
        <g key={line.id} opacity={line.opacity}>
          <Parts parts={line.parts} pen={pen} />
        </g>
      ))}
      <Parts parts={scene.texts} pen={pen} />
      {scene.boxes
        .filter((box) => !isGround(box))
        .map((box) => (
          <BoxShape key={box.id} box={box} pen={pen} href={props.hrefOf(box.id)} />
        ))}
      {scene.lines.map((line) => (
        <Parts key={line.id} parts={line.ringParts} pen={pen} />
      ))}
    </svg>
  );
}

/** What lines run over: frames and lanes. */
function isGround({ shape }: Box): boolean {
  return shape !== 'card';
}

function BoxShape({ box, pen, href }: { box: Box; pen: Pen; href: string | null }) {
  const inside = (
    <>
      <title>{box.label}</title>
      <Parts parts={box.parts} pen={pen} />
      <rect
        className={styles.edge}
        x={-3}
        y={-3}
        width={box.width + 6}
        height={box.height + 6}
        rx={12}
        fill="none"
      />
    </>
  );
  return (
    <g transform={`translate(${box.x} ${box.y})`} opacity={box.opacity}>
      {href === null ? (
        inside
      ) : (
        <SvgLink id={box.id} href={href} label={box.label}>
          {inside}
        </SvgLink>
      )}
    </g>
  );
}

/** Primitives of one owner never change their order: the place is their key. */
function Parts({ parts, pen }: { parts: readonly Primitive[]; pen: Pen }) {
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a scene is drawn anew as a whole
    <Fragment key={place}>
      <Shape vector={vectorOf(part, pen)} />
    </Fragment>
  ));
}
