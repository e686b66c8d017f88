// The one kind of edge there is.
import type { EdgeTypes } from '@xyflow/react';
import { LineEdge } from './LineEdge';

export const edgeTypes = { line: LineEdge } satisfies EdgeTypes;
