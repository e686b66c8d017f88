// What is asked about scans: planned, begun, watched, ended.
import * as answers from './answers';
import { file, json } from './contents';
import type { Operation } from './operation';
import * as requests from './requests';

export const SCAN_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/scans/plan',
    id: 'planScan',
    group: 'scans',
    summary: 'What a scan would ask of AWS; nothing is asked',
    body: json('ScanForm', requests.scanForm),
    done: { status: 200, says: 'The plan.', content: json('ScanPlan', answers.scanPlan) },
    refusals: [400, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/scans',
    id: 'beginScan',
    group: 'scans',
    summary: 'Begin a scan',
    body: json('ScanForm', requests.scanForm),
    done: { status: 201, says: 'It has begun.', content: json('ScanNamed', answers.scanNamed) },
    refusals: [400, 409, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/scans/{scanId}/resume',
    id: 'resumeScan',
    group: 'scans',
    summary: 'Go on with an interrupted scan',
    done: { status: 201, says: 'It goes on.', content: json('ScanNamed', answers.scanNamed) },
    refusals: [404, 409, 503],
  },
  {
    method: 'post',
    path: '/api/scans/{scanId}/cancel',
    id: 'cancelScan',
    group: 'scans',
    summary: 'End a scan in good order; asked again, at once',
    done: { status: 202, says: 'It ends.', content: json('ScanNamed', answers.scanNamed) },
    refusals: [404],
  },
  {
    method: 'get',
    path: '/api/scans/{scanId}/events',
    id: 'watchScan',
    group: 'scans',
    summary: 'How a scan goes: events called `scan`, each with a ScanMessage as its data',
    done: { status: 200, says: 'Until the scan has ended.', content: file('text/event-stream') },
    refusals: [404],
  },
];
