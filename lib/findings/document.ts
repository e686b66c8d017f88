// The page about a rule: what it says, why it matters, what to do, an example of both, and who says so.
import type { RuleMeta } from './rule';

/** The text of docs/findings/<id>.md. Never throws. */
export function ruleDocument(rule: RuleMeta): string {
  return [
    `# ${rule.title}`,
    '',
    'Generated from `lib/findings/rules/`; `npm run golden` writes it anew.',
    '',
    `- Rule: \`${rule.id}\``,
    `- Severity: ${rule.severity}, unless the finding says otherwise`,
    `- Marks a pipeline as over-broad: ${rule.marks ? 'yes, where it is shown' : 'no'}`,
    '',
    '## Why',
    '',
    rule.why,
    '',
    '## Remedy',
    '',
    rule.remedy,
    '',
    '## Example',
    '',
    'Found:',
    '',
    ...block(rule.example.wide),
    '',
    'Put right:',
    '',
    ...block(rule.example.narrow),
    '',
    '## Sources',
    '',
    ...rule.sources.map((source) => `- <${source}>`),
    '',
  ].join('\n');
}

function block(text: string): readonly string[] {
  return [`\`\`\`${/^[[{]/.test(text) ? 'json' : 'yaml'}`, text, '```'];
}

/** The text of docs/findings/README.md: every rule in a table. Never throws. */
export function ruleTable(rules: readonly RuleMeta[]): string {
  return [
    '# Findings',
    '',
    'Generated from `lib/findings/rules/`; `npm run golden` writes it anew.',
    'How to switch a rule off, or give it another severity or an exception: [../tuning-findings.md](../tuning-findings.md).',
    '',
    '| rule | severity | marks | what it says |',
    '|---|---|---|---|',
    ...rules.map(
      ({ id, severity, marks, title }) =>
        `| [\`${id}\`](${id}.md) | ${severity} | ${marks ? 'yes' : 'no'} | ${title} |`,
    ),
    '',
  ].join('\n');
}
