export { SnapshotThere as default } from '@/app/_parts/SnapshotThere';
