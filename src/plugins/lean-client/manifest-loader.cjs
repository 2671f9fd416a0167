/**
 * What the browser must know of all pages (routes, the chunks of each, where these are), which Docusaurus generates as
 * three modules, made small: parted by edition, so that it does not grow with editions that nobody reads, and without
 * what only the server uses.
 *
 * - `routes.js`: routes of all but the other editions, and `loadRoutes(pathname)`, which brings in those of an edition
 * - `routes.js?edition=/docs/1.0`: routes of that edition, its chunks added to the other two modules
 * - `routesChunkNames.json`, `registry.js`: as they were, but for the other editions, with short names of chunks
 */
const fs = require('node:fs');
const path = require('node:path');

module.exports = function manifestLoader() {
  const {editions, generatedFilesDir} = this.getOptions();
  const read = (name) => {
    const absolute = path.join(generatedFilesDir, name);
    this.addDependency(absolute);
    return fs.readFileSync(absolute, 'utf8');
  };
  const manifest = readManifest(read, (address) =>
    editions.find((edition) => address === edition || address.startsWith(`${edition}/`)),
  );
  const edition = new URLSearchParams(this.resourceQuery).get('edition');
  if (edition) {
    return editionModule(manifest, edition);
  }
  switch (path.basename(this.resourcePath)) {
    case 'routes.js':
      return routesModule(manifest, editions);
    case 'routesChunkNames.json':
      return JSON.stringify(namesOf(manifest, undefined));
    case 'registry.js':
      return `export default ${registryCode(manifest, undefined)};\n`;
    default:
      throw new Error(`${this.resourcePath}: no module of routes.`);
  }
};

/**
 * @param read gives the text of a generated file
 * @param editionOf path of the edition, other than the latest, that an address belongs to
 */
function readManifest(read, editionOf) {
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
  const names = JSON.parse(read('routesChunkNames.json'));
  const short = new Map([...modules.keys()].map((chunk, n) => [chunk, n.toString(36)]));
  const lost = Object.values(names)
    .flatMap(chunksIn)
    .find((chunk) => !modules.has(chunk));
  if (lost !== undefined || modules.size === 0) {
    throw new Error(`registry.js: chunk ${lost} not found: has Docusaurus changed what it writes?`);
  }
  return {routes, modules, names, short, editionOf};
}

/** Names of all chunks in the (nested) names of a route. */
function chunksIn(names) {
  return typeof names === 'string' ? [names] : Object.values(names).flatMap(chunksIn);
}

/** Chunks of the routes of an edition (none: of all others), by route as ComponentCreator knows it: path and hash. */
function namesOf({names, short, editionOf}, edition) {
  const shorten = (value) =>
    typeof value === 'string'
      ? short.get(value)
      : Array.isArray(value)
        ? value.map(shorten)
        : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shorten(inner)]));
  return Object.fromEntries(
    Object.entries(names)
      .filter(([route]) => editionOf(route.replace(/-[^-]+$/, '')) === edition)
      .map(([route, value]) => [route, shorten(value)]),
  );
}

/** Where the chunks of an edition's routes are. ComponentCreator reads only how to load one in the browser. */
function registryCode(manifest, edition) {
  const wanted = new Set(chunksIn(namesOf(manifest, edition)));
  const entries = [...manifest.modules].flatMap(([chunk, module]) => {
    const name = manifest.short.get(chunk);
    const shared = edition && sharedChunk(edition, module);
    return wanted.has(name)
      ? `  ${JSON.stringify(name)}: [() => import(/* webpackChunkName: ${JSON.stringify(shared ?? chunk)} */ ${JSON.stringify(module)})],`
      : [];
  });
  return `{\n${entries.join('\n')}\n}`;
}

/** Pages of an edition share a chunk for each section, since every page knows the names of all chunks. */
function sharedChunk(edition, module) {
  const section = /^@site\/(?:versioned_docs\/[^/]+|docs)\/([^/]+)\//.exec(module);
  return section ? `${chunkOf(edition)}-${section[1]}` : undefined;
}

function chunkOf(edition) {
  return `edition${edition.replace(/[^\w]+/g, '-')}`;
}

const MAKE = `import ComponentCreator from '@docusaurus/ComponentCreator';
const r = (path, hash, rest) => ({path, component: ComponentCreator(path, hash), ...rest});
`;

/** Routes as code that makes them: `r(path, hash, {exact, routes, ...})`. */
function routesCode(routes) {
  const code = ({path: address, component, routes: children, ...rest}) => {
    const fields = Object.entries(rest).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    if (children) {
      fields.push(`routes: ${routesCode(children)}`);
    }
    return `r(${JSON.stringify(address)}, ${JSON.stringify(component.creator[1])}, {${fields.join(', ')}})`;
  };
  return `[\n${routes.map(code).join(',\n')}\n]`;
}

function routesModule({routes, editionOf}, editions) {
  const parents = {};
  const without = (list, parent) =>
    list.flatMap((route) => {
      const edition = editionOf(route.path);
      if (edition) {
        parents[edition] = parent;
        return [];
      }
      return [route.routes ? {...route, routes: without(route.routes, route.path)} : route];
    });
  const loads = editions.map(
    (edition) =>
      `  ${JSON.stringify(edition)}: () => import(/* webpackChunkName: ${JSON.stringify(chunkOf(edition))} */ '@generated/routes?edition=${edition}'),`,
  );
  return `${MAKE}
const routes = ${routesCode(without(routes))};
const parents = ${JSON.stringify(parents)};
const editions = {
${loads.join('\n')}
};
const loaded = {};
export function loadRoutes(pathname) {
  const edition = Object.keys(editions).find((one) => (pathname + '/').startsWith(one + '/'));
  return edition && (loaded[edition] ??= editions[edition]().then(
    (module) => {
      routes.find(({path}) => path === parents[edition]).routes.unshift(...module.default);
    },
    (failure) => {
      delete loaded[edition];
      throw failure;
    },
  ));
}
export default routes;
`;
}

function editionModule(manifest, edition) {
  const own = (list) =>
    list.flatMap((route) =>
      manifest.editionOf(route.path) === edition ? [route] : own(route.routes ?? []),
    );
  return `${MAKE}
import names from '@generated/routesChunkNames';
import registry from '@generated/registry';
Object.assign(names, ${JSON.stringify(namesOf(manifest, edition))});
Object.assign(registry, ${registryCode(manifest, edition)});
export default ${routesCode(own(manifest.routes))};
`;
}
