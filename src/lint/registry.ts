/** All rules, in the order of their files. A test proves that none is missing. */
import type {Rule} from './rule';
import {assessmentCriteria} from './rules/assessment-criteria';
import {assessmentProof} from './rules/assessment-proof';
import {blockPlace} from './rules/block-place';
import {blockUnknown} from './rules/block-unknown';
import {blockUnused} from './rules/block-unused';
import {citeFigureWithoutCitation} from './rules/cite-figure-without-citation';
import {citeMalformed} from './rules/cite-malformed';
import {citeMemoryReference} from './rules/cite-memory-reference';
import {citeRetractedReference} from './rules/cite-retracted-reference';
import {citeUncitedReference} from './rules/cite-uncited-reference';
import {citeUnknownKey} from './rules/cite-unknown-key';
import {contentUnwritten} from './rules/content-unwritten';
import {errataPlace} from './rules/errata-place';
import {figureUnknown} from './rules/figure-unknown';
import {figureUnused} from './rules/figure-unused';
import {frontMatterDescriptionLength} from './rules/front-matter-description-length';
import {headingDuplicateId} from './rules/heading-duplicate-id';
import {headingId} from './rules/heading-id';
import {headingIdFormat} from './rules/heading-id-format';
import {headingLevel} from './rules/heading-level';
import {headingReservedId} from './rules/heading-reserved-id';
import {imageMissing} from './rules/image-missing';
import {linkRelative} from './rules/link-relative';
import {linkScheme} from './rules/link-scheme';
import {movesCycle} from './rules/moves-cycle';
import {movesFrom} from './rules/moves-from';
import {movesMissing} from './rules/moves-missing';
import {movesTo} from './rules/moves-to';
import {pageCrisisNotice} from './rules/page-crisis-notice';
import {pageLimitsSection} from './rules/page-limits-section';
import {pageRelated} from './rules/page-related';
import {studyDuplicate} from './rules/study-duplicate';
import {studyRelated} from './rules/study-related';
import {studyUnused} from './rules/study-unused';
import {styleBannedWord} from './rules/style-banned-word';
import {styleDoseUnit} from './rules/style-dose-unit';
import {styleGeneratedHeading} from './rules/style-generated-heading';
import {stylePageLength} from './rules/style-page-length';
import {timelineAffects} from './rules/timeline-affects';
import {updateAffects} from './rules/update-affects';
import {updateCites} from './rules/update-cites';
import {updateLength} from './rules/update-length';
import {updateTruncate} from './rules/update-truncate';
import {vocabularyAmbiguous} from './rules/vocabulary-ambiguous';
import {vocabularyPage} from './rules/vocabulary-page';

export const RULES: readonly Rule[] = [
  assessmentCriteria,
  assessmentProof,
  blockPlace,
  blockUnknown,
  blockUnused,
  citeFigureWithoutCitation,
  citeMalformed,
  citeMemoryReference,
  citeRetractedReference,
  citeUncitedReference,
  citeUnknownKey,
  contentUnwritten,
  errataPlace,
  figureUnknown,
  figureUnused,
  frontMatterDescriptionLength,
  headingDuplicateId,
  headingId,
  headingIdFormat,
  headingLevel,
  headingReservedId,
  imageMissing,
  linkRelative,
  linkScheme,
  movesCycle,
  movesFrom,
  movesMissing,
  movesTo,
  pageCrisisNotice,
  pageLimitsSection,
  pageRelated,
  studyDuplicate,
  studyRelated,
  studyUnused,
  styleBannedWord,
  styleDoseUnit,
  styleGeneratedHeading,
  stylePageLength,
  timelineAffects,
  updateAffects,
  updateCites,
  updateLength,
  updateTruncate,
  vocabularyAmbiguous,
  vocabularyPage,
];

/** Problems of reading files, found before any rule runs: by document.ts, content.ts, and the loaders of src/evidence. */
export const LOADING_PROBLEMS = [
  'assessment/schema',
  'assessment/syntax',
  'assessment/unknown-field',
  'audits/schema',
  'audits/syntax',
  'audits/unknown-field',
  'content/case-clash',
  'content/empty',
  'content/extension',
  'content/symlink',
  'figure/forest',
  'figure/id',
  'figure/schema',
  'file/byte-order-mark',
  'file/encoding',
  'file/line-endings',
  'front-matter/missing',
  'front-matter/schema',
  'front-matter/syntax',
  'front-matter/unknown-field',
  'mdx/syntax',
  'moves/schema',
  'moves/unknown-field',
  'references/duplicate',
  'references/missing-file',
  'references/order',
  'references/schema',
  'references/unknown-field',
  'regulation/duplicate',
  'regulation/schema',
  'regulation/unknown-field',
  'study/id',
  'study/schema',
  'study/syntax',
  'study/unknown-field',
  'timeline/duplicate',
  'timeline/order',
  'timeline/schema',
  'timeline/unknown-field',
  'vocabulary/duplicate',
  'vocabulary/order',
  'vocabulary/schema',
  'vocabulary/unknown-field',
] as const;
