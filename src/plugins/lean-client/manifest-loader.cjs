/**
 * What the browser must know of all pages (routes, the chunks of each, where these are), which Docusaurus generates as
 * three modules, made small: in parts, so that it does not grow with editions or posts that nobody reads, and without
 * what only the server uses.
 *
 * - `routes.js`: routes of all but the parts, and `loadRoutes(pathname)`, which brings in those of a part
 * - `routes.js?part=/docs/1.0`: routes of that part, its chunks added to the registry
 * - `registry.js`: as it was, but for the parts, with short names of chunks
 * - `routesChunkNames.json`: empty, filled by the routes
 */
const fs = require('node:fs');
const path = require('node:path');

module.exports = function manifestLoader() {
  const {parts, generatedFilesDir} = this.getOptions();
  const read = (name) => {
    const absolute = path.join(generatedFilesDir, name);
    this.addDependency(absolute);
    return fs.readFileSync(absolute, 'utf8');
  };
  const manifest = readManifest(read, (address) =>
    parts.find((part) => address === part || address.startsWith(`${part}/`)),
  );
  const part = new URLSearchParams(this.resourceQuery).get('part');
  if (part) {
    return partModule(manifest, part);
  }
  switch (path.basename(this.resourcePath)) {
    case 'routes.js':
      return routesModule(manifest, parts);
    case 'routesChunkNames.json':
      return '{}';
    case 'registry.js':
      return `export default ${registryCode(manifest, undefined)};\n`;
    default:
      throw new Error(`${this.resourcePath}: no module of routes.`);
  }
};

/**
 * @param read gives the text of a generated file
 * @param partOf path of the part that an address belongs to, if any
 */
function readManifest(read, partOf) {
  // `export default [{path, component: ComponentCreator(path, hash), ...}]`
  const routes = new Function(
    'ComponentCreator',
    `return ${read('routes.js').split('export default')[1]}`,
  )((...creator) => ({creator}));
  // `"chunk": [() => import(/* webpackChunkName: "chunk" */ "module"), "module", require.resolveWeak("module")],`
  const modules = new Map(
    [
      ...read('registry.js').matchAll(
        /^ {2}"([^"]+)": \[\(\) => import\([^"]*"[^"]+" \*\/ "([^"]+)"\)/gm,
      ),
    ].map(([, chunk, module]) => [chunk, module]),
  );
  const long = JSON.parse(read('routesChunkNames.json'));
  const short = new Map([...modules.keys()].map((chunk, n) => [chunk, n.toString(36)]));
  const lost = Object.values(long)
    .flatMap(chunksIn)
    .find((chunk) => !modules.has(chunk));
  if (lost !== undefined || modules.size === 0) {
    throw new Error(`registry.js: chunk ${lost} not found: has Docusaurus changed what it writes?`);
  }
  const names = JSON.parse(JSON.stringify(long), (_, value) =>
    typeof value === 'string' ? short.get(value) : value,
  );
  return {routes, modules, names, short, partOf};
}

/** Names of all chunks in the (nested) names of a route. */
function chunksIn(names) {
  return typeof names === 'string' ? [names] : Object.values(names).flatMap(chunksIn);
}

/** Short names of the chunks that the routes of a part need (none: all others). */
function chunksOf({names, partOf}, part) {
  return new Set(
    Object.entries(names)
      // Docusaurus adds a hash to the path.
      .filter(([route]) => partOf(route.replace(/-[^-]+$/, '')) === part)
      .flatMap(([, value]) => chunksIn(value)),
  );
}

/** Where the chunks of a part's routes are. ComponentCreator reads only how to load one in the browser. */
function registryCode(manifest, part) {
  const wanted = chunksOf(manifest, part);
  const entries = [...manifest.modules].flatMap(([chunk, module]) => {
    const name = manifest.short.get(chunk);
    return wanted.has(name)
      ? `  ${JSON.stringify(name)}: [() => import(/* webpackChunkName: ${JSON.stringify(sharedChunk(part, module) ?? chunk)} */ ${JSON.stringify(module)})],`
      : [];
  });
  return `{\n${entries.join('\n')}\n}`;
}

/**
 * Pages of another edition share a chunk for each section, since every page knows the names of all chunks; components
 * that every page of the reference needs share one too.
 */
function sharedChunk(part, module) {
  const section = /^@site\/(?:versioned_docs\/[^/]+|docs)\/([^/]+)\//.exec(module);
  return part && section
    ? `${chunkOf(part)}-${section[1]}`
    : /^@theme\/Doc(?:sRoot|VersionRoot|Root|Item)$|docs[/\\]default[/\\]__plugin\.json$/.test(
          module,
        )
      ? 'docs'
      : undefined;
}

/** Names that begin so are left out of the offline copy (src/plugins/after-build/server/offline.ts). */
function chunkOf(part) {
  return `part${part.replace(/[^\w]+/g, '-')}`;
}

/** ComponentCreator looks up a route's chunks by its path and a hash when it is called, and not again. */
const MAKE = `import ComponentCreator from '@docusaurus/ComponentCreator';
import names from '@generated/routesChunkNames';
const r = (path, chunks, rest) => {
  names[path + '-'] = chunks;
  return {path, component: ComponentCreator(path, ''), ...rest};
};
`;

/** Routes as code that makes them: `r(path, chunks, {exact, routes, ...})`. */
function routesCode(manifest, routes) {
  const code = ({path: address, component, routes: children, isPart, ...rest}) => {
    if (isPart) {
      return `part(${JSON.stringify(address)})`;
    }
    const fields = Object.entries(rest).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    if (children) {
      fields.push(`routes: ${routesCode(manifest, children)}`);
    }
    const chunks = manifest.names[component.creator.join('-')];
    return `r(${JSON.stringify(address)}, ${JSON.stringify(chunks)}, {${fields.join(', ')}})`;
  };
  return `[\n${routes.map(code).join(',\n')}\n]`;
}

/**
 * The app renders the list of routes as it is at first, so that a part at its top is one route there from the beginning,
 * whose own routes come later; until then, and for what is none of them, it shows what an unknown address does.
 */
function routesModule(manifest, parts) {
  const parents = {};
  const without = (list, parent) =>
    list.flatMap((route) => {
      const part = manifest.partOf(route.path);
      if (part) {
        const isFirst = !(part in parents);
        parents[part] = parent ?? part;
        return isFirst && parent === undefined ? [{path: part, isPart: true}] : [];
      }
      return [route.routes ? {...route, routes: without(route.routes, route.path)} : route];
    });
  const loads = parts.map(
    (part) =>
      `  ${JSON.stringify(part)}: () => import(/* webpackChunkName: ${JSON.stringify(chunkOf(part))} */ '@generated/routes?part=${part}'),`,
  );
  return `${MAKE}
import {renderRoutes} from 'react-router-config';
const part = (path) => ({path, component: ({route}) => renderRoutes(route.routes), routes: [r('*')]});
const routes = ${routesCode(manifest, without(manifest.routes))};
const parents = ${JSON.stringify(parents)};
const parts = {
${loads.join('\n')}
};
const loaded = {};
export function loadRoutes(pathname) {
  const name = Object.keys(parts).find((one) => (pathname + '/').startsWith(one + '/'));
  return name && (loaded[name] ??= parts[name]().then(
    (module) => {
      routes.find(({path}) => path === parents[name]).routes.unshift(...module.default);
    },
    (failure) => {
      delete loaded[name];
      throw failure;
    },
  ));
}
export default routes;
`;
}

function partModule(manifest, part) {
  const own = (list) =>
    list.flatMap((route) =>
      manifest.partOf(route.path) === part ? [route] : own(route.routes ?? []),
    );
  return `${MAKE}
import registry from '@generated/registry';
Object.assign(registry, ${registryCode(manifest, part)});
export default ${routesCode(manifest, own(manifest.routes))};
`;
}
