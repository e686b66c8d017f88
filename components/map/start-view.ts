// Where the map looks first: at the whole drawing while that can be read, else at the part that matters.
import type { Scene } from '@/lib/scene/scene';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The canvas, px. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN_PX = 12;
const LARGEST = 1.25;
/** Below this a card's second line is no longer read. */
const READABLE = 0.66;
const COMFORTABLE = 0.75;
/** Names are drawn larger from further away, and are read down to here: rather smaller than cut at the right. */
const LEAST = 0.6;

/** The whole drawing, whatever its size. Never throws. */
export function wholeView(scene: Scene, room: Room): View {
  const view = centred({ x: 0, y: 0, width: scene.width, height: scene.height }, room, LARGEST);
  // What is smaller than the canvas hangs from its upper edge, where the eye begins.
  return { ...view, y: MARGIN_PX };
}

/** The whole drawing if it can be read; else the path in focus, or the upper left where the pipeline begins. Never throws. */
export function startView(scene: Scene, selected: string | null, room: Room): View {
  const whole = wholeView(scene, room);
  if (whole.zoom >= READABLE) return whole;
  const path = boundsOf(scene, selected);
  const view = path === null ? null : centred(path, room, 1);
  if (view !== null && view.zoom >= READABLE) return view;
  const wide = (room.width - 2 * MARGIN_PX) / scene.width;
  const zoom = wide < LEAST ? COMFORTABLE : Math.min(COMFORTABLE, wide);
  const start: View = {
    x: Math.max(MARGIN_PX, (room.width - scene.width * zoom) / 2),
    y: MARGIN_PX,
    zoom,
  };
  const card = scene.boxes.find((box) => box.opens !== null && box.opens === selected);
  return card === undefined ? start : stepAside(start, card, room);
}

/** The same view, moved no further than needed to show a card. Never throws. */
export function stepAside(view: View, card: Rect, room: Room): View {
  const edge = 24;
  const move = (low: number, high: number, size: number): number =>
    low < edge ? edge - low : high > size - edge ? size - edge - high : 0;
  const left = card.x * view.zoom + view.x;
  const top = card.y * view.zoom + view.y;
  return {
    ...view,
    x: view.x + move(left, left + card.width * view.zoom, room.width),
    y: view.y + move(top, top + card.height * view.zoom, room.height),
  };
}

function centred(rect: Rect, room: Room, largest: number): View {
  const width = room.width - 2 * MARGIN_PX;
  const height = room.height - 2 * MARGIN_PX;
  const zoom = Math.max(0.1, Math.min(largest, width / rect.width, height / rect.height));
  return {
    x: MARGIN_PX + (width - rect.width * zoom) / 2 - rect.x * zoom,
    y: MARGIN_PX + (height - rect.height * zoom) / 2 - rect.y * zoom,
    zoom,
  };
}

function boundsOf(scene: Scene, selected: string | null): Rect | null {
  const boxes = scene.boxes.filter((box) => selected !== null && box.paths.includes(selected));
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x)) - 40;
  const y = Math.min(...boxes.map((box) => box.y)) - 40;
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) + 24 - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) + 24 - y,
  };
}
