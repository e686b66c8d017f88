// The shapes that React Flow draws: few, and none of them knows a kind of resource.
import type { NodeTypes } from '@xyflow/react';
import { CardNode } from './CardNode';
import { GroundNode } from './GroundNode';
import { LinesNode } from './LinesNode';
import { OverlayNode } from './OverlayNode';

export const nodeTypes = {
  frame: GroundNode,
  lane: GroundNode,
  head: GroundNode,
  lines: LinesNode,
  card: CardNode,
  overlay: OverlayNode,
} satisfies NodeTypes;
