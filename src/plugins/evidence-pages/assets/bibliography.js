/* Filters the bibliography by kind, topic and words; the choice is kept in the address. Without it the list is whole. */
(() => {
  const form = document.querySelector('form.kb-filter');
  if (!form) {
    return;
  }
  const {kind, topic, q} = form.elements;
  const status = form.querySelector('[role="status"]');
  const entries = [...document.querySelectorAll('.kb-index > li')].map((element) => ({
    element,
    kind: element.dataset.kind,
    topics: (element.dataset.topics ?? '').split(' '),
    text: element.textContent.toLowerCase(),
  }));
  const sections = [...document.querySelectorAll('[data-letter]')];

  const apply = () => {
    const words = q.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of entries) {
      const fits =
        (kind.value === '' || entry.kind === kind.value) &&
        (topic.value === '' || entry.topics.includes(topic.value)) &&
        words.every((word) => entry.text.includes(word));
      entry.element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const section of sections) {
      section.hidden = section.querySelector('li:not([hidden])') === null;
    }
    status.textContent = `${shown} of ${entries.length} sources`;
  };

  const toAddress = () => {
    const query = new URLSearchParams(
      [kind, topic, q].filter(({value}) => value !== '').map(({name, value}) => [name, value]),
    ).toString();
    history.replaceState(null, '', (query && `?${query}`) || location.pathname);
  };

  const query = new URLSearchParams(location.search);
  for (const field of [kind, topic, q]) {
    const value = query.get(field.name) ?? '';
    field.value = value;
    // A choice that does not exist (any more) leaves nothing selected.
    if (field.value !== value) {
      field.value = '';
    }
  }
  form.hidden = false;
  apply();
  form.addEventListener('input', () => {
    apply();
    toAddress();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
})();
