import { Ticked } from '@/components/ui/Ticked';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import { problemLine, type TextProblem } from '@/lib/scene/what-if-edit';
import styles from './ProblemList.module.css';

/** What is wrong with the text: mistakes that AWS would refuse, and warnings; each leads to its place. */
export function ProblemList(props: {
  problems: readonly TextProblem[];
  onGo: (problem: TextProblem) => void;
}) {
  const { problems, onGo } = props;
  return (
    <div id="policy-problems" className={styles.problems}>
      <p role="status" className={styles.count}>
        {counted(problems)}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problemLine(problem)}>
            <button type="button" onClick={() => onGo(problem)}>
              <VerdictMark state={problem.severity === 'error' ? 'broken' : 'depends'} size={12} />
              <b>{problem.severity === 'error' ? 'Mistake' : 'Warning'}</b>{' '}
              <span>
                <Ticked text={problemLine(problem)} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `2 mistakes that AWS would refuse, 1 warning`. */
function counted(problems: readonly TextProblem[]): string {
  const mistakes = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - mistakes;
  if (problems.length === 0) return 'AWS would take this text.';
  return [
    ...(mistakes > 0 ? [`${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'} that AWS would refuse`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ].join(', ');
}
