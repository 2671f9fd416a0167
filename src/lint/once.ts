/** Remembers what was worked out from an object for as long as the object is there: several rules ask for the same. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    if (!known.has(key)) {
      known.set(key, make(key));
    }
    return known.get(key) as V;
  };
}
