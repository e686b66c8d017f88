// The resources a request with unknown text may turn out to ask for, one of each kind that the statements tell apart.
import { accountField } from './account-field';
import { resourceAtom } from './atom';
import type { Env } from './env';
import { fillTemplate } from './fill-template';
import { coversResource } from './match-resource';
import { resourcePattern } from './parse-resource';
import type { ResourcePattern, Statement } from './statement';
import { type TextPattern, textClasses } from './text-classes';
import type { Draft, UnknownVariable } from './unknown-variable';
import { FIELD_STAR, matchesPattern, type Pattern, STAR } from './wildcard';

const ANY_FIVE = `arn:${FIELD_STAR}:${FIELD_STAR}:${FIELD_STAR}:${FIELD_STAR}:`;
/** Sorts of resources that a service tells apart, whatever its policies name: grants are of keys, objects have owners. */
const TOLD_APART: { readonly [service: string]: readonly Pattern[] } = {
  kms: [`${ANY_FIVE}key/${STAR}`],
  s3: [`${ANY_FIVE}${STAR}/${STAR}`],
};

/** The variable of the unknown text in the resource. Never throws. */
export function resourceVariable(statements: readonly Statement[], env: Env): UnknownVariable {
  let isComplete = true;
  const patterns = statements
    .flatMap((statement) => statement.resources?.patterns ?? [])
    .flatMap((pattern) => {
      const found = textPatterns(pattern, env);
      if (found === null) isComplete = false;
      return found ?? [];
    });
  const account =
    'account' in env.principal ? [`arn:${STAR}:${STAR}:${STAR}:${env.principal.account}:${STAR}`] : [];
  const nobodys = `arn:${FIELD_STAR}:${FIELD_STAR}:${FIELD_STAR}::${STAR}`;
  const told = TOLD_APART[env.service] ?? [];
  const compared: TextPattern[] = [...patterns, ...account, ...told, nobodys].map((pattern) => ({
    pattern,
    isFolded: false,
  }));
  const classes = textClasses(compared, env.resourcePattern ?? env.resource);
  const isAccountOpen = accountField(env.resource)?.includes('*') === true;
  const kinds = new Map<string, string>();
  const ways: (readonly boolean[])[] = [];
  for (const resource of classes.texts) {
    // An account that is not known is some account.
    if (isAccountOpen && accountField(resource) === null) continue;
    const assumed: Env = { ...env, resource, resourcePattern: null, caveats: null };
    const kind = statements.map((one) =>
      one.resources === null ? 'yes' : coversResource(one.resources, assumed, null),
    );
    const sorts = told.map((one) => matchesPattern(one, resource));
    const id = `${resource.split(':')[4]} ${kind.join()} ${sorts.join()}`;
    if (kinds.has(id)) continue;
    kinds.set(id, resource);
    ways.push([
      ...kind.map((one) => one === 'yes'),
      ...[...account, ...told].map((one) => matchesPattern(one, resource)),
    ]);
  }
  return {
    undetermined: [{ kind: 'resource' }],
    isGap: false,
    isComplete: isComplete && classes.isComplete,
    asks: {
      atoms: [
        ...statements.map(({ resources }) =>
          resources === null ? { resource: ['*'] } : resourceAtom(resources),
        ),
        ...[...account, ...told].map((pattern) => ({ resource: [asWritten(pattern)] })),
      ],
      ways,
    },
    values: [...kinds.values()].map((resource) => (draft: Draft) => {
      draft.resource = resource;
    }),
  };
}

function asWritten(pattern: Pattern): string {
  return pattern.replaceAll(STAR, '*').replaceAll(FIELD_STAR, '*');
}

/** The patterns of texts that a resource pattern stands for; null when it hangs on an unknown variable. */
function textPatterns(pattern: ResourcePattern, env: Env): readonly Pattern[] | null {
  switch (pattern.kind) {
    case 'everything':
    case 'nothing':
      return [];
    case 'literal':
      return [pattern.arn];
    case 'glob':
      return [pattern.strict, pattern.loose].filter((one) => one !== null);
    case 'template': {
      const filled = fillTemplate(pattern.template, env, null);
      if (filled.kind === 'open') return null;
      if (filled.kind === 'valueless') return [];
      return textPatterns(resourcePattern(filled.pattern, pattern.isCompleted), env);
    }
  }
}
