/** The search box, the status filter and the count, for the peers without a framework. */
export function makeBar({ onSearch, facets, onFacet }) {
  const element = document.createElement('div');
  element.className = 'bar';

  const search = document.createElement('input');
  search.type = 'search';
  search.setAttribute('aria-label', 'Search builds');
  search.addEventListener('input', () => onSearch(search.value));

  let chosen = null;
  const buttons = facets.map((facet) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = facet;
    button.addEventListener('click', () => {
      chosen = chosen === facet ? null : facet;
      for (const one of buttons)
        one.setAttribute('aria-pressed', String(one.textContent === chosen));
      onFacet(chosen);
    });
    return button;
  });

  const count = document.createElement('span');
  count.setAttribute('role', 'status');
  element.append(search, ...buttons, count);
  return {
    element,
    say: (text) => {
      count.textContent = text;
    },
  };
}
