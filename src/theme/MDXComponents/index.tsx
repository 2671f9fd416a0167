import MDXComponents from '@theme-original/MDXComponents';
import {AtAGlance, Certainty, GlanceRow, GlanceStatus} from '@site/src/components/AtAGlance';
import {Citation, Cite} from '@site/src/components/Citation';
import {
  Drawing,
  Figure,
  FigureTable,
  FigureTableRow,
  Interval,
  Intervals,
  TimelineStrip,
} from '@site/src/components/Figure';
import {
  CrisisNotice,
  Erratum,
  RetractedSource,
  RetractionNotice,
  ReviewNotice,
} from '@site/src/components/Notices';
import {Reference, References} from '@site/src/components/References';
import {Table} from '@site/src/components/Table';
import {AffectedPage, UpdateFacts} from '@site/src/components/Update';

/** What MDX pages can use without an import: what the remark transforms write, and `<Figure id="..." />`. */
export default {
  ...MDXComponents,
  AffectedPage,
  AtAGlance,
  Certainty,
  Citation,
  Cite,
  CrisisNotice,
  Drawing,
  Erratum,
  Figure,
  FigureTable,
  FigureTableRow,
  GlanceRow,
  GlanceStatus,
  Interval,
  Intervals,
  Reference,
  References,
  RetractedSource,
  RetractionNotice,
  ReviewNotice,
  TimelineStrip,
  UpdateFacts,
  table: Table,
};
