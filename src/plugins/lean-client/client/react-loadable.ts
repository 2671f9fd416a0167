import {createElement, useEffect, useReducer, type ComponentType, type ReactNode} from 'react';
import {loadBody} from './bodies';

type Props = Record<string, unknown>;

interface Module {
  /** Of a page: address whose text it shows (body-loader.cjs). */
  bodyAt?: string;
}

interface Options<Load, Loaded> {
  loader: Load;
  loading: ComponentType<{
    error: unknown;
    isLoading: boolean;
    pastDelay: boolean;
    retry: () => void;
  }>;
  render: (loaded: Loaded, props: Props) => ReactNode;
}

type Loadable = ComponentType<Props> & {preload: () => Promise<unknown>};

/**
 * In place of the library's own, of which the routes use this much: a component whose code is loaded when it is asked
 * for (`preload()`) or shown.
 * @param options.loader loads what `render` is given
 * @param options.loading shown meanwhile, and with `error` and `retry` where it failed
 */
export default function loadable<Loaded>({
  loader,
  loading,
  render,
}: Options<() => Promise<Loaded>, Loaded>): Loadable {
  let promise: Promise<Loaded> | undefined;
  let loaded: Loaded | undefined;
  let error: unknown;
  const preload = () =>
    (promise ??= loader().then(
      (result) => (loaded = result),
      (reason) => {
        promise = undefined;
        error = reason;
        throw reason;
      },
    ));
  function Component(props: Props): ReactNode {
    const [, redraw] = useReducer((times: number) => times + 1, 0);
    const load = () => {
      error = undefined;
      preload().then(redraw, redraw);
    };
    useEffect(() => {
      if (loaded === undefined) {
        load();
      }
      // eslint-disable-next-line react-hooks/exhaustive-deps -- once
    }, []);
    return loaded === undefined
      ? createElement(loading, {
          error,
          isLoading: error === undefined,
          pastDelay: true,
          retry: () => {
            load();
            redraw();
          },
        })
      : render(loaded, props);
  }
  return Object.assign(Component, {preload});
}

/** The same for several loaders, by name; `render` is given what they loaded, by the same names. */
loadable.Map = ({
  loader,
  ...rest
}: Options<Record<string, () => Promise<Module>>, Record<string, Module>>): Loadable =>
  loadable({
    ...rest,
    loader: async () =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(loader).map(async ([name, load]) => [name, await withBody(load)] as const),
        ),
      ),
  });

async function withBody(load: () => Promise<Module>): Promise<Module> {
  const module = await load();
  if (module.bodyAt) {
    await loadBody(module.bodyAt);
  }
  return module;
}
