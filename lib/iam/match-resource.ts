// Whether a statement's Resource or NotResource covers the resource of a request.
import type { Doubts } from './doubt';
import { type Env, note } from './env';
import { fillTemplate } from './fill-template';
import { resourcePattern } from './parse-resource';
import { relatePattern } from './pattern-relation';
import type { ArnGlob, ResourceList, ResourcePattern } from './statement';
import { not, or, type Tri, triOf } from './tri';
import { matchesAnyOrder, matchesPattern } from './wildcard';

/** Whether the list covers the request's resource. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html (read 2026-11-24) */
export function coversResource(list: ResourceList, env: Env, doubts: Doubts): Tri {
  let isListed: Tri = 'no';
  for (const pattern of list.patterns) {
    isListed = or(isListed, matchesResource(pattern, env, doubts));
    if (isListed === 'yes') break;
  }
  return list.isNegated ? not(isListed) : isListed;
}

/** Whether one text of the list matches the request's resource. Never throws. */
export function matchesResource(pattern: ResourcePattern, env: Env, doubts: Doubts): Tri {
  if (pattern.kind === 'everything') return 'yes';
  // An action without a resource type has the resource `*`, which only `*` matches.
  if (env.resource === '*') return 'no';
  switch (pattern.kind) {
    case 'nothing':
      note(env, 'an ARN with too few fields matches nothing in a policy of this type');
      return 'no';
    case 'literal':
      if (env.resourcePattern === null) return triOf(pattern.arn === env.resource);
      return related(relatePattern(pattern.arn, env.resourcePattern), doubts);
    case 'glob':
      return matchesGlob(pattern, env, doubts);
    case 'template':
      return matchesTemplate(pattern, env, doubts);
  }
}

function matchesGlob(glob: ArnGlob, env: Env, doubts: Doubts): Tri {
  if (env.resourcePattern !== null) {
    const strict = glob.strict === null ? 'no' : relatePattern(glob.strict, env.resourcePattern);
    const loose =
      glob.loose === null || strict === 'yes' ? 'no' : relatePattern(glob.loose, env.resourcePattern);
    return related(or(strict, loose), doubts);
  }
  if (glob.strict !== null && matchesPattern(glob.strict, env.resource)) return 'yes';
  if (glob.loose === null || !matchesAnyOrder(glob.loose, env.resource)) return 'no';
  note(
    env,
    glob.isShort
      ? 'an ARN with too few fields matches because its `*` runs on over colons'
      : 'a `*` at the end of an ARN field matches beyond the colon',
  );
  return 'yes';
}

function matchesTemplate(
  pattern: Extract<ResourcePattern, { kind: 'template' }>,
  env: Env,
  doubts: Doubts,
): Tri {
  const causes: Doubts = doubts === null ? null : [];
  const filled = fillTemplate(pattern.template, env, causes);
  if (filled.kind === 'valueless') return 'no';
  const truth = matchesResource(resourcePattern(filled.pattern, pattern.isCompleted), env, doubts);
  if (filled.kind === 'filled' || truth === 'no') return truth;
  if (causes !== null) doubts?.push(...causes);
  return 'unknown';
}

function related(truth: Tri, doubts: Doubts): Tri {
  if (truth === 'unknown') doubts?.push({ kind: 'resource' });
  return truth;
}
