// Which things and documents differ between two inventories.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Json } from '@/lib/base/json';
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';
import { isSameJson, isSamePolicy } from './canonical';
import type { Change, ChangeKind } from './comparison';
import { type WhereNot, whereNotIn } from './standing';
import { TABLES, type Table } from './tables';
import { type Part, partsOf, shownPart, wholeThing } from './thing-parts';

type Thing = { readonly arn: Arn; readonly [property: string]: unknown };

/** Every thing that came or went and every part that differs, table by table. Never throws. */
export function changedThings(before: Analysis, after: Analysis): readonly Change[] {
  const notBefore = whereNotIn(before);
  const notAfter = whereNotIn(after);
  return TABLES.flatMap((table) => {
    const old = tableOf(before.inventory, table);
    const now = tableOf(after.inventory, table);
    const names = new Set([...old.keys(), ...now.keys()]);
    return [...names].flatMap((arn): readonly Change[] => {
      const was = old.get(arn);
      const is = now.get(arn);
      if (was === is) return [];
      if (was !== undefined && is !== undefined) return changedParts(table, was, is, after.inventory);
      if (was !== undefined) return cameOrWent(table, was, notAfter, ['removed', 'no-longer-known'], before);
      return is === undefined ? [] : cameOrWent(table, is, notBefore, ['added', 'now-known'], after);
    });
  });
}

/** The things of a table, whatever their kind. */
export function tableOf(inventory: Inventory, { name }: Table): ReadonlyMap<Arn, Thing> {
  return inventory[name] as unknown as ReadonlyMap<Arn, Thing>;
}

function cameOrWent(
  table: Table,
  thing: Thing,
  where: WhereNot,
  [surely, perhaps]: readonly [ChangeKind, ChangeKind],
  { inventory }: Analysis,
): readonly Change[] {
  // Of AWS's own policies only those in use are read: they do not come and go.
  if (table.name === 'managedPolicies' && arnAccount(thing.arn) === 'aws') return [];
  const kind = where(table, thing.arn) === 'absent' ? surely : perhaps;
  const document = wholeThing(table, thing);
  const isNew = kind === 'added' || kind === 'now-known';
  return [
    {
      id: `${table.thing} ${thing.arn} whole`,
      kind,
      thing: table.thing,
      subject: thing.arn,
      aspect: 'whole',
      title: `${table.noun} ${nameOf(thing)}`,
      account: ownerOf(thing, inventory),
      before: isNew ? null : document,
      after: isNew ? document : null,
    },
  ];
}

function changedParts(table: Table, was: Thing, is: Thing, inventory: Inventory): readonly Change[] {
  const old = partsOf(table, was);
  const now = partsOf(table, is);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((aspect): readonly Change[] => {
    const kind = partChange(old.get(aspect), now.get(aspect));
    if (kind === null) return [];
    return [
      {
        id: `${table.thing} ${was.arn} ${aspect}`,
        kind,
        thing: table.thing,
        subject: was.arn,
        aspect,
        title: titleOf(table, is, aspect),
        account: ownerOf(is, inventory),
        before: shown(old.get(aspect)),
        after: shown(now.get(aspect)),
      },
    ];
  });
}

/** A part that is not listed is one that there is none of: an inline policy. */
function partChange(old: Part | undefined, now: Part | undefined): ChangeKind | null {
  const was = old === undefined ? null : old.value;
  const is = now === undefined ? null : now.value;
  if (was === undefined) return is === undefined ? null : 'now-known';
  if (is === undefined) return 'no-longer-known';
  if (isSameJson(was, is)) return null;
  if (was === null) return 'added';
  if (is === null) return 'removed';
  return isSame(was, is, old, now) ? null : 'changed';
}

function isSame(was: Json, is: Json, old: Part | undefined, now: Part | undefined): boolean {
  if (old?.isPolicy === true) return isSamePolicy(was, is);
  return isSameJson(shown(old), shown(now));
}

function shown(part: Part | undefined): Json {
  return part === undefined ? null : shownPart(part);
}

function titleOf(table: Table, thing: Thing, aspect: string): string {
  const name = nameOf(thing);
  const [property = '', ...inline] = aspect.split(' ');
  if (property === 'inline') return `inline policy ${inline.join(' ')} of ${name}`;
  const word = table.aspects[property];
  if (word === undefined)
    return `${aspect === 'settings' ? 'settings' : spaced(aspect)} of ${table.noun} ${name}`;
  if (word.endsWith(' to')) return `${word} ${name}`;
  return word === table.noun ? `${word} ${name}` : `${word} of ${name}`;
}

/** `publicAccessBlock` as `public access block`. */
function spaced(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Of a key its first alias: nobody knows it by its id. */
function nameOf(thing: Thing): string {
  const [alias] = Array.isArray(thing.aliases) ? (thing.aliases as readonly string[]) : [];
  return alias?.replace(/^alias\//, '') ?? arnName(thing.arn);
}

function ownerOf(thing: Thing, { buckets }: Inventory): string | null {
  return arnAccount(thing.arn) ?? buckets.get(thing.arn)?.account ?? null;
}
