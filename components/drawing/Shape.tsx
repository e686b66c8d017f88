import type { Vector } from '@/lib/scene/vector';

const AS_REACT_SPELLS: { readonly [name: string]: string } = {
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'font-family': 'fontFamily',
  'letter-spacing': 'letterSpacing',
  'text-anchor': 'textAnchor',
};

/** One vector element as React draws it. */
export function Shape({ vector }: { vector: Vector }) {
  const { tag: Tag, attributes, text, children } = vector;
  const named = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [AS_REACT_SPELLS[name] ?? name, value]),
  );
  return (
    <Tag {...named}>
      {text}
      {children?.map((child, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes of a glyph never move
        <Shape key={place} vector={child} />
      ))}
    </Tag>
  );
}
