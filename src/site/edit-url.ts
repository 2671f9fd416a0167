import {sourceHref} from './report-links';

interface EditUrlParams {
  versionDocsDirPath?: string;
  docPath?: string;
  blogDirPath?: string;
  blogPath?: string;
}

/**
 * "Suggest a change": the file in the repository, or, where the repository's address is not known (a local build), the
 * page that says how to contribute.
 */
export function editUrl(repository: string | undefined, url: string, baseUrl: string) {
  return (params: EditUrlParams): string => {
    const file = params.docPath
      ? `${params.versionDocsDirPath}/${params.docPath}`
      : `${params.blogDirPath}/${params.blogPath}`;
    return repository ? sourceHref(repository, file) : `${url}${baseUrl}docs/about/contribute/`;
  };
}
