/** What a command needs to know: from flags, else asked for in a terminal, else refused with all that is missing. */
import {nearest} from '../../evidence/nearest';

/** Thrown by commands for what a person must mend: the message is all they are told. */
export class Refusal extends Error {}

export interface Field {
  question: string;
  choices?: readonly string[];
  /** What is wrong with an answer; undefined where it will do. */
  check?(answer: string): string | undefined;
  /** Taken where nothing is said; an empty one means that the field is left out. */
  fallback?: string;
}

/** Puts a question to a person. */
export type Ask = (question: string) => Promise<string>;

export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/**
 * An answer to every field, all checked.
 * @param flags by the name of the field
 * @param ask undefined where nobody can be asked
 * @throws Refusal that lists everything missing or wrong at once
 */
export async function answersTo<const F extends Record<string, Field>>(
  fields: F,
  flags: Flags,
  ask: Ask | undefined,
): Promise<Record<keyof F & string, string>> {
  const answers: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const given = flags[name];
    if (typeof given === 'string') {
      const fault = faultOf(field, given);
      if (fault === undefined) {
        answers[name] = given.trim();
      } else {
        wrong.push(`--${name} ${JSON.stringify(given)}: ${fault}`);
      }
    } else if (ask) {
      answers[name] = await askUntilGood(field, ask);
    } else if (field.fallback !== undefined) {
      answers[name] = field.fallback;
    } else {
      wrong.push(
        `--${name} is missing: ${field.question}${field.choices ? ` (${field.choices.join(', ')})` : ''}`,
      );
    }
  }
  if (wrong.length > 0) {
    throw new Refusal(wrong.join('\n'));
  }
  return answers as Record<keyof F & string, string>;
}

async function askUntilGood(field: Field, ask: Ask): Promise<string> {
  const {question, choices, fallback} = field;
  const hint = [
    ...(choices ? [` (${choices.join(', ')})`] : []),
    ...(fallback === undefined ? [] : [fallback === '' ? ' [none]' : ` [${fallback}]`]),
  ].join('');
  let before = '';
  for (;;) {
    const answer = (await ask(`${before}${question}${hint}: `)).trim();
    if (answer === '' && fallback !== undefined) {
      return fallback;
    }
    const fault = faultOf(field, answer);
    if (fault === undefined) {
      return answer;
    }
    before = `  ${fault}\n`;
  }
}

function faultOf({choices, check, fallback}: Field, given: string): string | undefined {
  const answer = given.trim();
  if (answer === '') {
    return fallback === undefined ? 'an answer is needed' : undefined;
  }
  if (choices && !choices.includes(answer)) {
    return `one of ${choices.join(', ')}; closest: ${nearest(answer, choices, 1).join('')}`;
  }
  return check?.(answer);
}

/** `a, b` is a list of two. */
export function listOf(answer: string): string[] {
  return answer
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A check of a list whose members must be known. */
export function eachOf(
  known: Iterable<string>,
  what: string,
): (answer: string) => string | undefined {
  const all = new Set(known);
  return (answer) => {
    const unknown = listOf(answer).find((part) => !all.has(part));
    return unknown === undefined
      ? undefined
      : `${unknown} is no ${what}; closest: ${nearest(unknown, all).join(', ')}`;
  };
}

/** `Ketamine and the liver` is `ketamine-and-the-liver`. */
export function kebab(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
