/** All rules, in the order of their files. A test proves that none is missing. */
import type {Rule, SlowRule} from './rule';
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
import {formatMarkdown} from './rules/format-markdown';
import {formatYaml} from './rules/format-yaml';
import {frontMatterDescriptionLength} from './rules/front-matter-description-length';
import {headingDuplicateId} from './rules/heading-duplicate-id';
import {headingId} from './rules/heading-id';
import {headingIdFormat} from './rules/heading-id-format';
import {headingLevel} from './rules/heading-level';
import {headingReservedId} from './rules/heading-reserved-id';
import {imageMissing} from './rules/image-missing';
import {imageScript} from './rules/image-script';
import {linkRelative} from './rules/link-relative';
import {linkScheme} from './rules/link-scheme';
import {mdxCode} from './rules/mdx-code';
import {mdxDirective} from './rules/mdx-directive';
import {mdxElement} from './rules/mdx-element';
import {movesCycle} from './rules/moves-cycle';
import {movesFrom} from './rules/moves-from';
import {movesMissing} from './rules/moves-missing';
import {movesTo} from './rules/moves-to';
import {pageCrisisNotice} from './rules/page-crisis-notice';
import {pageLimitsSection} from './rules/page-limits-section';
import {pageRelated} from './rules/page-related';
import {proseWording} from './rules/prose-wording';
import {referencesSameSource} from './rules/references-same-source';
import {spellingUnknownWord} from './rules/spelling-unknown-word';
import {spellingWordList} from './rules/spelling-word-list';
import {studyDuplicate} from './rules/study-duplicate';
import {studyRelated} from './rules/study-related';
import {studyUnused} from './rules/study-unused';
import {styleBannedWord} from './rules/style-banned-word';
import {styleDoseUnit} from './rules/style-dose-unit';
import {styleGeneratedHeading} from './rules/style-generated-heading';
import {stylePageLength} from './rules/style-page-length';
import {tableCells} from './rules/table-cells';
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
  formatMarkdown,
  frontMatterDescriptionLength,
  headingDuplicateId,
  headingId,
  headingIdFormat,
  headingLevel,
  headingReservedId,
  imageMissing,
  imageScript,
  linkRelative,
  linkScheme,
  mdxCode,
  mdxDirective,
  mdxElement,
  movesCycle,
  movesFrom,
  movesMissing,
  movesTo,
  pageCrisisNotice,
  pageLimitsSection,
  pageRelated,
  referencesSameSource,
  studyDuplicate,
  studyRelated,
  studyUnused,
  styleBannedWord,
  styleDoseUnit,
  styleGeneratedHeading,
  stylePageLength,
  tableCells,
  timelineAffects,
  updateAffects,
  updateCites,
  updateLength,
  updateTruncate,
  vocabularyAmbiguous,
  vocabularyPage,
];

/** Rules that wait for dictionaries and formatters. */
export const SLOW_RULES: readonly SlowRule[] = [
  formatYaml,
  proseWording,
  spellingUnknownWord,
  spellingWordList,
];
