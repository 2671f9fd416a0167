import {comparisons} from '../../editions/comparison';
import {comparisonAddress} from '../../editions/comparison-pages';
import {listErrata} from '../../editions/errata';
import {docsPlaces} from '../../editions/places';
import {editionTexts} from '../../editions/texts';
import type {EditionsData} from '../../components/EditionsPage';

/** What /editions/ shows; see EditionsData. */
export function editionsData(root: string): EditionsData {
  const places = docsPlaces(root);
  const errata = listErrata(places);
  const compared = comparisons(root);
  return {
    editions: places.map(({edition, label, released, path}) => {
      const comparison = compared.find(({newer}) => newer.edition === edition);
      const count = (kind: string): number =>
        comparison?.pages.filter((page) => page.kind === kind).length ?? 0;
      return {
        edition,
        label,
        released: released ?? null,
        path,
        pages: editionTexts(places.find((place) => place.path === path)!.dir).size,
        errata: errata.filter((erratum) => erratum.edition === edition).length,
        comparison: comparison
          ? {
              older: comparison.older.edition,
              address: comparisonAddress(comparison.name),
              added: count('added'),
              changed: count('changed'),
              moved: count('moved'),
              removed: count('removed'),
            }
          : null,
      };
    }),
  };
}
