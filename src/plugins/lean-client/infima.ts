import fs from 'node:fs';
import path from 'node:path';
import purgeCss from '@fullhuman/postcss-purgecss';

interface PostCssPlugin {
  postcssPlugin: string;
  OnceExit: (root: {source?: {input: {file?: string}}}, helpers: unknown) => unknown;
}

/**
 * PostCSS plugin that leaves out of Infima, the theme's style sheet, what the site does not name: the classes are looked
 * for in the code of the theme and of the site, not in pages, so that every page may have every component.
 * @param siteDir folder of the site
 */
export function purgeInfima(siteDir: string): PostCssPlugin {
  const code = [
    path.join(path.dirname(require.resolve('@docusaurus/theme-classic')), 'theme'),
    path.dirname(require.resolve('@docusaurus/theme-common')),
    path.join(siteDir, 'src'),
  ];
  const purge = purgeCss({
    content: [
      ...code.map((dir) => path.join(dir, '**/*.{js,ts,tsx,cjs}')),
      path.join(siteDir, 'docusaurus.config.ts'),
    ],
    variables: true,
    safelist: {standard: [/^data-/], variables: variablesIn(code)},
  }) as unknown as PostCssPlugin;
  return {
    postcssPlugin: 'purge-infima',
    OnceExit(root, helpers) {
      return /[/\\]infima[/\\]/.test(root.source?.input.file ?? '')
        ? purge.OnceExit(root, helpers)
        : undefined;
    },
  };
}

/** Variables of Infima that other style sheets and code name. */
function variablesIn(dirs: readonly string[]): string[] {
  const named = dirs.flatMap((dir) =>
    fs
      .readdirSync(dir, {recursive: true, encoding: 'utf8'})
      .filter((file) => /\.(css|js|tsx?|cjs)$/.test(file))
      .flatMap(
        (file) => fs.readFileSync(path.join(dir, file), 'utf8').match(/--ifm-[\w-]+/g) ?? [],
      ),
  );
  return [...new Set(named)];
}
