import {formatProblems} from '../../src/lint/report';
import type {Problem} from '../../src/lint/problem';

/** The report as a contributor reads it, and nothing else: paths in it are relative, so it is the same everywhere. */
export function report({problems}: {problems: readonly Problem[]}): string {
  return formatProblems(problems);
}

/** The report with which something stops. Fails where it does not stop, or stops for another reason. */
export function reportOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemsError') {
      return error.message.trim();
    }
    throw error;
  }
  throw new Error('expected it to stop with a report of problems');
}
