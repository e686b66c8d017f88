import { GLYPHS, type GlyphName, type GlyphStroke } from '@/lib/scene/glyphs';

/** A drawn sign beside a word; it says nothing that the word does not, so readers of screens skip it. */
export function Glyph({
  name,
  size = 16,
  stroke = 1.6,
}: {
  name: GlyphName;
  size?: number;
  stroke?: number;
}) {
  const strokes: readonly GlyphStroke[] = GLYPHS[name];
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      {strokes.map(({ d, dash, widen = 0 }) => (
        <path key={d} d={d} strokeDasharray={dash} strokeWidth={widen === 0 ? undefined : stroke + widen} />
      ))}
    </svg>
  );
}
