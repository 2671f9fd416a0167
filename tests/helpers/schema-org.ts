/** Checks JSON-LD against schema.org's vocabulary, as the types of schema-dts have it: names of types and properties. */
import path from 'node:path';
import ts from 'typescript';

const FILE = path.join(__dirname, 'graphs.ts');

/** Of the libraries, so that the vocabulary is read once. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/**
 * What is wrong with graphs, one message a finding: a type or property that the vocabulary does not have, or a value
 * that the property does not take. Takes some seconds: the vocabulary is large.
 */
export function vocabularyProblems(graphs: readonly unknown[]): string[] {
  const source = [
    "import type {Graph} from 'schema-dts';",
    ...graphs.map((graph, i) => `export const g${i}: Graph = ${literal(graph)};`),
  ].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists, readFile} = host;
  host.fileExists = (file) => file === FILE || fileExists(file);
  host.readFile = (file) => (file === FILE ? source : readFile(file));
  host.getSourceFile = (file, ...rest) => {
    if (file === FILE) {
      return ts.createSourceFile(file, source, ts.ScriptTarget.ES2022);
    }
    if (!libraries.has(file)) {
      libraries.set(file, getSourceFile(file, ...rest));
    }
    return libraries.get(file);
  };
  const program = ts.createProgram([FILE], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** As a literal. `query-input` is schema.org's notation for what an action asks for, and no property of a type. */
function literal(graph: unknown): string {
  return JSON.stringify(graph, (key, value: unknown) =>
    key === 'query-input' ? undefined : value,
  );
}
