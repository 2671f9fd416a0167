import type {ReactNode} from 'react';
import {useLocation} from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import EditThisPage from '@theme-original/EditThisPage';
import type {Props} from '@theme/EditThisPage';
import {errorHref, pinnedPath, sourceOf} from '@site/src/site/report-links';
import styles from './styles.module.css';

/** "Suggest a change", and beside it "Report an error": the issue form with the page in it, or how to report one. */
export default function EditThisPageWrapper({editUrl}: Props): ReactNode {
  const {url, baseUrl} = useDocusaurusContext().siteConfig;
  const {pathname} = useLocation();
  const source = sourceOf(editUrl);
  const report = source
    ? errorHref(source.repository, {
        file: source.file,
        address: url + (pinnedPath(source.file, baseUrl) ?? pathname),
      })
    : `${editUrl}#report-an-error`;
  return (
    <span className={styles.ways}>
      <EditThisPage editUrl={editUrl} />
      <a href={report} className="kb-report-error">
        Report an error
      </a>
    </span>
  );
}
