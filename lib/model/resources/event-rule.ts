// Event rules that start pipelines.
import { isJsonObject, type Json } from '@/lib/base/json';
import { listField, readFact, textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { EventRule } from '../service-resource';

/** Reads rules. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html (read 2026-11-24) */
export const eventRuleReader: Reader<'event-rule'> = {
  kind: 'event-rule',
  facts: ['event-rule', 'event-rule-targets'],
  read: (facts) => ({
    resources: facts.all('event-rule').flatMap(({ arn, data }): EventRule[] => {
      if (arn === null || data === null) return [];
      return [
        {
          kind: 'event-rule',
          arn,
          ...placeOf(arn),
          name: textField(data, 'Name') ?? '',
          bus: textField(data, 'EventBusName') ?? 'default',
          isEnabled: textField(data, 'State') !== 'DISABLED',
          sources: ofPattern(textField(data, 'EventPattern'), 'source'),
          detailTypes: ofPattern(textField(data, 'EventPattern'), 'detail-type'),
          senders: ofPattern(textField(data, 'EventPattern'), 'account'),
          targets: readFact(facts.about('event-rule-targets', arn), (targets) =>
            listField(targets, 'Targets').map((target) => ({
              arn: textField(target, 'Arn') ?? '',
              role: textField(target, 'RoleArn'),
            })),
          ),
        },
      ];
    }),
    problems: [],
  }),
};

/** The texts of a field of the pattern, such as `aws.s3`; none of a schedule, and none for what is no plain text. */
function ofPattern(pattern: string | null, name: string): readonly string[] {
  try {
    const parsed: Json = JSON.parse(pattern ?? '{}');
    return isJsonObject(parsed)
      ? listField(parsed, name).flatMap((one) => (typeof one === 'string' ? one : []))
      : [];
  } catch {
    return [];
  }
}
