import {releaseBill} from '../../../src/cli/sbom';

const WRITTEN = {
  bomFormat: 'CycloneDX',
  serialNumber: 'urn:uuid:1',
  metadata: {
    timestamp: '2026-11-25T13:56:59.469Z',
    component: {'bom-ref': 'site@1.0.0', name: 'folder', purl: 'pkg:npm/site@1.0.0'},
  },
  components: [{name: 'react', version: '19.3.1'}],
};

test('one lock file gives the same bill whenever and wherever it is written', () => {
  const later = {
    ...WRITTEN,
    serialNumber: 'urn:uuid:2',
    metadata: {
      timestamp: '2027-01-01T00:00:00.000Z',
      component: {...WRITTEN.metadata.component, name: 'other-folder'},
    },
  };
  const bill = releaseBill(JSON.stringify(WRITTEN), 'site');
  expect(releaseBill(JSON.stringify(later), 'site')).toBe(bill);
  expect(JSON.parse(bill)).toMatchObject({
    metadata: {component: {name: 'site'}},
    components: WRITTEN.components,
  });
});
