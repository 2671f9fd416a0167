import MDXComponents from '@theme-original/MDXComponents';
import {AtAGlance, Certainty, GlanceRow, GlanceStatus} from '@site/src/components/AtAGlance';
import {ChangedSince} from '@site/src/components/ChangedSince';
import {Citation, Cite} from '@site/src/components/Citation';
import {CitePage} from '@site/src/components/CitePage';
import {DateText} from '@site/src/components/DateText';
import {
  EvidenceFinding,
  EvidenceGroup,
  EvidenceMap,
  EvidenceOutcome,
  EvidenceRow,
  EvidenceStatus,
  EvidenceStudies,
  EvidenceUse,
} from '@site/src/components/EvidenceMap';
import {
  Drawing,
  Figure,
  FigureTable,
  FigureTableRow,
  Interval,
  Intervals,
  TimelineStrip,
} from '@site/src/components/Figure';
import {MovedAnchor, MovedSection} from '@site/src/components/Moved';
import {
  GlossaryLetters,
  GlossaryNames,
  GlossaryPage,
  GlossaryTerm,
  GlossaryTerms,
} from '@site/src/components/Glossary';
import {
  CrisisNotice,
  Erratum,
  RetractedSource,
  RetractionNotice,
  ReviewNotice,
} from '@site/src/components/Notices';
import {Reference, References} from '@site/src/components/References';
import {Regulation, RegulationRow} from '@site/src/components/Regulation';
import {Search, Searches} from '@site/src/components/Searches';
import {AssessmentSummary, Criteria, Criterion} from '@site/src/components/SelfAssessment';
import {Table} from '@site/src/components/Table';
import {TimelineEvent, TimelineEvents, TimelinePages} from '@site/src/components/Timeline';
import {AffectedPage, PageUpdate, PageUpdates, UpdateFacts} from '@site/src/components/Update';

/** What MDX pages can use without an import: what the remark transforms write, and the blocks that they replace. */
export default {
  ...MDXComponents,
  AffectedPage,
  AssessmentSummary,
  AtAGlance,
  Certainty,
  ChangedSince,
  Citation,
  Cite,
  CitePage,
  Criteria,
  Criterion,
  CrisisNotice,
  DateText,
  Drawing,
  Erratum,
  EvidenceFinding,
  EvidenceGroup,
  EvidenceMap,
  EvidenceOutcome,
  EvidenceRow,
  EvidenceStatus,
  EvidenceStudies,
  EvidenceUse,
  Figure,
  FigureTable,
  FigureTableRow,
  GlanceRow,
  GlanceStatus,
  GlossaryLetters,
  GlossaryNames,
  GlossaryPage,
  GlossaryTerm,
  GlossaryTerms,
  Interval,
  Intervals,
  MovedAnchor,
  MovedSection,
  PageUpdate,
  PageUpdates,
  Reference,
  References,
  Regulation,
  RegulationRow,
  RetractedSource,
  RetractionNotice,
  ReviewNotice,
  Search,
  Searches,
  TimelineEvent,
  TimelineEvents,
  TimelinePages,
  TimelineStrip,
  UpdateFacts,
  table: Table,
};
