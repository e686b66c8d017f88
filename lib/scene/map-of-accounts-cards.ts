// The cards of the map: an account with its regions, a CI system, or somebody whom nobody scanned.
import { picture, words } from './draw/ink';
import { textToken } from './draw/state-style';
import { MOST_ROWS, type Placed } from './map-of-accounts-layout';
import type { MapRow } from './map-of-accounts-model';
import type { Primitive } from './scene';
import { textWidth } from './text-metrics';

/** What is drawn in a card, relative to its corner. Never throws. */
export function drawAccount(card: Placed): readonly Primitive[] {
  const { account } = card;
  if (account.kind === 'ci' || (account.kind === 'outside' && account.isMember !== true))
    return [...frame(card), ...stranger(card)];
  if (account.kind === 'group') return [...sheets(card), ...frame(card), ...group(card)];
  if (card.isSmall || account.kind === 'more') return [...frame(card), ...small(card)];
  return [...frame(card), ...large(card)];
}

const END_WIDTH = 42;

/** Round a card in which a blast radius begins, or ends: a heavier line, and `Here` on its edge. Never throws. */
export function endMark({ width, height }: Placed): readonly Primitive[] {
  return [
    {
      kind: 'rect',
      x: -4.5,
      y: -4.5,
      width: width + 9,
      height: height + 9,
      radius: 14,
      stroke: 'ink',
      strokeWidth: 2,
    },
    { kind: 'rect', x: width - END_WIDTH - 12, y: -13, width: END_WIDTH, height: 18, radius: 9, fill: 'ink' },
    words(width - END_WIDTH / 2 - 12, 0, 'Here', {
      size: 11,
      weight: 650,
      fill: 'surface',
      anchor: 'middle',
    }),
  ];
}

function frame({ account, width, height }: Placed): readonly Primitive[] {
  const rect = { kind: 'rect', x: 0, y: 0, width, height, radius: 10 } as const;
  if (!account.isScanned) {
    return [
      { ...rect, fill: 'surface' },
      { ...rect, fill: 'hatch' },
      { ...rect, stroke: 'unknown', strokeWidth: 1.5, dash: '1 4', cap: 'round' },
    ];
  }
  if (account.kind === 'ci')
    return [{ ...rect, fill: 'surface', stroke: 'line-3', strokeWidth: 1.5, dash: '4 3' }];
  if (account.kind === 'more') return [{ ...rect, fill: 'surface', stroke: 'line-2', strokeWidth: 1 }];
  const isHeavy = account.isProd || account.kind === 'hub';
  return [{ ...rect, fill: 'surface', stroke: isHeavy ? 'ink' : 'line-3', strokeWidth: isHeavy ? 2 : 1.5 }];
}

function stranger({ account, width }: Placed): readonly Primitive[] {
  const isCi = account.kind === 'ci';
  const head = words(33, 22, account.name, { size: 13, weight: 650 }, width - 45);
  return [
    picture(isCi ? 'ci' : 'unscanned', 12, 9, 16, 'text', 1.8),
    head,
    ...(account.second === ''
      ? []
      : [words(12, 41, account.second, { font: 'mono', size: 10.5, fill: 'text-2' }, width - 24)]),
    words(12, account.second === '' ? 42 : 59, account.note, { size: 11, fill: 'text-2' }, width - 24),
    ...(isCi || account.second !== ''
      ? []
      : [words(12, 59, 'not scanned', { size: 11, weight: 600, fill: 'unknown-t' })]),
    ...(isCi || account.second === ''
      ? []
      : [words(width - 12, 22, 'not scanned', { size: 11, weight: 600, fill: 'unknown-t', anchor: 'end' })]),
  ];
}

/** The cards that lie under the first one of a closed group. */
function sheets({ account, width, height }: Placed): readonly Primitive[] {
  if (account.isOpen === true) return [];
  const sheet = {
    kind: 'rect',
    width,
    height,
    radius: 10,
    fill: 'surface',
    stroke: 'line-2',
    strokeWidth: 1,
  } as const;
  return [
    { ...sheet, x: 6, y: 6 },
    { ...sheet, x: 3, y: 3 },
  ];
}

function group({ account, width }: Placed): readonly Primitive[] {
  const state = account.state ?? 'works';
  const at = width - 20;
  return [
    picture(state, 12, 9, 15, state, 2),
    words(36, 21, account.name, { size: 12.5, weight: 600 }, width - 36 - 34),
    words(36, 38, account.note, { size: 11, fill: 'text-2' }, width - 36 - 34),
    {
      kind: 'path',
      d: account.isOpen === true ? `M${at - 4} 22l4 4l4 -4` : `M${at - 2} 20l4 4l-4 4`,
      stroke: 'text-3',
      strokeWidth: 1.8,
      cap: 'round',
    },
  ];
}

function small({ account, width }: Placed): readonly Primitive[] {
  const count = account.pipelines === 0 ? '' : `${account.pipelines}`;
  const state = account.state ?? 'works';
  const room = width - 36 - 12 - textWidth(count, 'sans', 12, 600) - 8;
  const name = words(
    36,
    22.5,
    account.kind === 'more' ? `${account.name}, ${account.note}` : account.name,
    { size: 12.5, weight: 600 },
    room,
  );
  return [
    picture(state, 12, 10.5, 15, state, 2),
    name,
    ...(count === '' ? [] : [words(width - 12, 22.5, count, { size: 12, weight: 600, anchor: 'end' })]),
  ];
}

const ID_WIDTH = 78;

function large({ account, width }: Placed): readonly Primitive[] {
  const isHub = account.kind === 'hub';
  const own = textWidth(account.name, 'sans', 13, 650);
  // The name comes first: where both do not fit, the id is shortened to its last four digits.
  const isRoomy = own + 33 + 7 + ID_WIDTH + 12 <= width;
  const id = isRoomy || account.second === '' ? account.second : `…${account.second.slice(-4)}`;
  const nameRoom = width - 33 - 12 - (id === '' ? 0 : isRoomy ? ID_WIDTH + 7 : 40);
  const head = words(33, 23, account.name, { size: 13, weight: 650 }, nameRoom);
  const after = 33 + textWidth(head.kind === 'text' ? head.text : '', 'sans', 13, 650) + 7;
  const rows = account.rows.slice(0, MOST_ROWS);
  const hidden = account.rows.length - rows.length;
  let top = 34;
  const note: Primitive[] = [];
  if (isHub) {
    note.push(words(12, top + 9, account.note, { size: 11, fill: 'text-3' }, width - 24));
    top += 20;
  }
  if (!account.isScanned) {
    note.push(words(12, top + 9, 'not scanned', { size: 11, weight: 600, fill: 'unknown-t' }));
    top += 20;
  }
  return [
    picture('account', 11, 10, 16, 'text', 1.8),
    head,
    ...(account.second === '' ? [] : [words(after, 23, id, { font: 'mono', size: 10.5, fill: 'text-3' })]),
    ...note,
    ...rows.flatMap((row, place) => regionRow(row, top + place * 21, width, isHub)),
    ...(hidden > 0
      ? [words(31, top + rows.length * 21 + 12, `and ${hidden} more regions`, { size: 11, fill: 'text-3' })]
      : []),
  ];
}

function regionRow(row: MapRow, y: number, width: number, isHub: boolean): readonly Primitive[] {
  const isQuiet = row.state === 'works';
  const glyph =
    isHub && isQuiet
      ? picture('store', 12, y + 1, 13, 'text-2', 2)
      : picture(row.state, 12, y + 1, 13, row.state, 2);
  const fill = isQuiet ? 'text-2' : textToken(row.state);
  const count = row.count === null ? '' : `${row.count}`;
  return [
    glyph,
    words(31, y + 12, row.region, { font: 'mono', size: 10.5, fill: 'text-2' }, 92),
    words(
      count === '' ? width - 12 : width - 44,
      y + 12,
      row.text,
      { size: 11, weight: isQuiet ? 400 : 600, fill, anchor: 'end' },
      width - 130,
    ),
    ...(count === '' ? [] : [words(width - 12, y + 12, count, { size: 11.5, weight: 600, anchor: 'end' })]),
  ];
}
