// Finds the pipeline that a flag names.
import type { Analysis } from '@/lib/analysis/analysis';
import { CannotDo } from './command';

type Judged = Analysis['pipelines'][number];

/** The pipelines with this name, or with this ARN. @throws CannotDo when there is none */
export function pipelinesNamed(analysis: Analysis, name: string): readonly Judged[] {
  const found = analysis.pipelines.filter(
    (one) => one.arn === name || analysis.inventory.pipelines.get(one.arn)?.name === name,
  );
  if (found.length > 0) return found;
  const names = analysis.pipelines
    .map((one) => analysis.inventory.pipelines.get(one.arn)?.name ?? one.arn)
    .sort();
  throw new CannotDo(
    `no pipeline \`${name}\` in snapshot ${analysis.snapshot.id}: it has ${names.length === 0 ? 'none' : names.join(', ')}`,
  );
}

/** The one pipeline with this name. @throws CannotDo when there is none, or several */
export function pipelineNamed(analysis: Analysis, name: string): Judged {
  const [first, ...others] = pipelinesNamed(analysis, name);
  if (first === undefined || others.length > 0)
    throw new CannotDo(
      `${others.length + 1} pipelines are called \`${name}\`: give the ARN of one, such as ${first?.arn}`,
    );
  return first;
}
