/** What a rule is. Each stands in a file of its own under rules/ and is listed in registry.ts. */
import type {Position} from '../evidence/yaml';
import type {Content, EditionContent} from './content';
import type {Document} from './document';
import type {Problem} from './problem';

export interface RuleContext {
  content: Content;
  /** Pages and posts that the rule judges: those in its scope whose MDX could be read. */
  documents: Document[];
  /** Editions that the rule judges. */
  editions: EditionContent[];
}

export interface Rule {
  /** `<group>/<what>`; the file is rules/<group>-<what>.ts. */
  id: string;
  /** What it demands, in a few words. */
  title: string;
  /** Why, in one sentence: printed with every problem. */
  why: string;
  /** `next`: the draft and posts. `all`: released editions too, for what must hold in them for ever. */
  scope: 'next' | 'all';
  /** `warning`: what it finds is told, and stops nothing. */
  severity?: 'warning';
  check(context: RuleContext): Problem[];
}

/** A problem without what the rule itself knows. */
export type Finding = Omit<Problem, 'rule' | 'help' | 'severity'>;

/** Makes a rule: its findings get its id and its reason. */
export function defineRule(
  rule: Omit<Rule, 'check'> & {check(context: RuleContext): Finding[]},
): Rule {
  return {
    ...rule,
    check: (context) =>
      rule.check(context).map((finding) => ({
        ...finding,
        rule: rule.id,
        help: rule.why,
        ...(rule.severity ? {severity: rule.severity} : {}),
      })),
  };
}

/** A rule that waits for the thread of background.ts. */
export interface SlowRule extends Omit<Rule, 'check'> {
  check(context: RuleContext): Promise<Problem[]>;
}

/** Makes such a rule. */
export function defineSlowRule(
  rule: Omit<Rule, 'check'> & {check(context: RuleContext): Promise<Finding[]>},
): SlowRule {
  return {
    ...rule,
    check: async (context) =>
      (await rule.check(context)).map((finding) => ({...finding, rule: rule.id, help: rule.why})),
  };
}

/** Makes a rule that looks at one document at a time. */
export function defineDocumentRule(
  rule: Omit<Rule, 'check'> & {check(document: Document, content: Content): Finding[]},
): Rule {
  return defineRule({
    ...rule,
    check: ({documents, content}) => documents.flatMap((document) => rule.check(document, content)),
  });
}

/** Place of a node of a document's tree. */
export function placeOf(
  {file}: Document,
  node: {position?: {start: Position}},
): Position & {file: string} {
  const {line, column} = node.position?.start ?? {line: 1, column: 1};
  return {file, line, column};
}
