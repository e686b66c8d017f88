// Whether a concrete request meets a residual: read back as the policy text it is written as.
import type { Env } from './env';
import { meetsCondition } from './match-condition';
import { matchesResource } from './match-resource';
import { parseConditions } from './parse-condition';
import { parseResource } from './parse-resource';
import type { Residual } from './residual';

/** Throws where the residual cannot be read back, or cannot be told of this request. */
export function meetsResidual(residual: Residual, env: Env): boolean {
  if ('all' in residual) return residual.all.every((part) => meetsResidual(part, env));
  if ('any' in residual) return residual.any.some((part) => meetsResidual(part, env));
  if ('not' in residual) return !meetsResidual(residual.not, env);
  if ('resource' in residual)
    return residual.resource.some((text) =>
      told(matchesResource(parseResource(text, 'resource', true), env, null)),
    );
  const { operator, key, values } = residual;
  const { conditions, problems } = parseConditions({ [operator]: { [key]: [...values] } }, '', true);
  const [condition] = conditions;
  if (condition === undefined) throw new Error(problems.join());
  return told(meetsCondition(condition, env, null));
}

function told(truth: string): boolean {
  if (truth === 'unknown') throw new Error('the request leaves it open');
  return truth === 'yes';
}
