// Primitives of a scene as inline SVG, coloured by the page's custom properties.
import { createElement, type ReactNode } from 'react';
import type { Primitive } from '@/lib/scene/scene';
import { type Pen, type Vector, vectorOf } from '@/lib/scene/vector';

export const HATCH_ID = 'hatstack-map-hatch';

const pen: Pen = { colour: (token) => `var(--${token})`, hatch: `url(#${HATCH_ID})` };

/** The primitives in painting order. */
export function Parts({ parts }: { parts: readonly Primitive[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: primitives have no identity, their order is their place
  return parts.map((part, index) => <Element key={index} vector={vectorOf(part, pen)} />);
}

function Element({ vector }: { vector: Vector }): ReactNode {
  const { tag, attributes, text, children } = vector;
  return createElement(
    tag,
    inReact(attributes),
    text,
    // biome-ignore lint/suspicious/noArrayIndexKey: strokes of a glyph never change places
    children?.map((child, index) => <Element key={index} vector={child} />),
  );
}

/** React spells SVG's attributes in camel case. */
function inReact(attributes: Vector['attributes']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

/** The pattern of what was not scanned; once on a page. */
export function Hatch() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
      <defs>
        <pattern
          id={HATCH_ID}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V7" stroke="var(--line-2)" strokeWidth="1" />
        </pattern>
      </defs>
    </svg>
  );
}
