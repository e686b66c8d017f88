// React Flow wants to know where an edge could begin and end; ours know their way, so these are never seen.
import { Handle, Position } from '@xyflow/react';
import styles from '../map.module.css';

export function Ends() {
  return (
    <>
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles.end} />
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.end} />
    </>
  );
}
