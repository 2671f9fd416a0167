/** What background-thread.mjs does, for callers: one thread for the whole process, which keeps nobody from ending. */
import path from 'node:path';
import {Worker} from 'node:worker_threads';

export interface UnknownWord {
  word: string;
  offset: number;
}

/** Something in prose that should read otherwise. */
export interface Slip {
  start: number;
  end: number;
  reason: string;
  /** What should stand between start and end. */
  wanted?: string;
}

interface Tasks {
  unknownWords(input: {texts: string[]}): UnknownWord[][];
  suggestions(input: {words: string[]}): string[][];
  wording(input: {texts: string[]}): Slip[][];
  formatted(input: {texts: string[]; options: Record<string, unknown>}): (string | null)[];
}

interface Answer {
  id: number;
  output?: unknown;
  error?: string;
}

const waiting = new Map<number, {resolve(output: unknown): void; reject(error: Error): void}>();
let worker: Worker | undefined;
let lastId = 0;

/** Starts the thread, so that it is ready when the caller has something to ask. */
export function startBackground(): Worker {
  if (worker) {
    return worker;
  }
  // The loader of TypeScript is not needed there, and takes a while.
  worker = new Worker(path.join(__dirname, 'background-thread.mjs'), {execArgv: []});
  worker.unref();
  worker.on('message', ({id, output, error}: Answer) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) {
      worker?.unref();
    }
    if (error === undefined) {
      caller?.resolve(output);
    } else {
      caller?.reject(new Error(error));
    }
  });
  worker.on('error', (error) => {
    worker = undefined;
    waiting.forEach(({reject}) => reject(error));
    waiting.clear();
  });
  return worker;
}

/** Asks the thread; the promise is rejected where the task failed. */
export function inBackground<T extends keyof Tasks>(
  task: T,
  input: Parameters<Tasks[T]>[0],
): Promise<ReturnType<Tasks[T]>> {
  const thread = startBackground();
  const id = (lastId += 1);
  return new Promise((resolve, reject) => {
    waiting.set(id, {resolve: resolve as (output: unknown) => void, reject});
    thread.ref();
    thread.postMessage({id, task, input});
  });
}
