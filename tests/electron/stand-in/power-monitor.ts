import { EventEmitter } from 'node:events';

/** Tells what a test emits on it. */
export const powerMonitor = new EventEmitter();
