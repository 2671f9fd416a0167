/** The At-a-glance card: which rows there are, in which order, and what they are called. */
import type {CERTAINTY_LEVELS, EFFECT_DIRECTIONS, STATUS_VALUES} from './front-matter';

export interface GlanceStatus {
  where: string;
  status: (typeof STATUS_VALUES)[number];
  detail?: string;
}

/** Union of the fields of all page types; the front-matter schema says which a type must have. */
export interface Glance {
  what?: string;
  status?: GlanceStatus[];
  outcome?: string;
  effect?: (typeof EFFECT_DIRECTIONS)[number];
  certainty?: (typeof CERTAINTY_LEVELS)[number];
  why?: string;
  evidence?: string;
  trials?: number;
  participants?: number;
  regimen?: string;
  harms?: string;
  frequency?: string;
  at_risk?: string;
  course?: string;
  labels?: string;
  known?: string;
  unknown?: string;
}

/**
 * Rows in the order a clinician asks. Fields that are not here (`trials`, `participants`, `effect`) are data for the
 * evidence map: the card says them in words.
 */
export const GLANCE_LABELS = [
  ['what', 'What'],
  ['status', 'Status'],
  ['outcome', 'Main outcome'],
  ['certainty', 'Certainty'],
  ['why', 'Why'],
  ['evidence', 'Evidence'],
  ['regimen', 'Regimen studied'],
  ['harms', 'Main harms'],
  ['frequency', 'How often'],
  ['at_risk', 'Who is at risk'],
  ['course', 'Course'],
  ['labels', 'Labels and guidance'],
  ['known', 'What is known'],
  ['unknown', 'What is not known'],
] as const satisfies readonly (readonly [keyof Glance, string])[];

/** The card of a page, or undefined. The content checks have validated it already. */
export function glanceOf(frontMatter: Record<string, unknown>): Glance | undefined {
  const glance = frontMatter.at_a_glance;
  return typeof glance === 'object' && glance !== null ? (glance as Glance) : undefined;
}

/** Text without Markdown links, emphasis and citations, for places that show plain text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\s*\[@[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '');
}
