const button = (page, name) => page.getByRole('button', { name, exact: true });

const peer = {
  row: '.row',
  index: 'data-index',
  header: button,
  facet: (page) => button(page, 'FAILED'),
  async signIn(page, url, session) {
    await page.goto(url);
    await page.evaluate((value) => sessionStorage.setItem('bench', value), JSON.stringify(session));
    await page.goto(url);
  },
};

/**
 * How each page is found, opened and worked: its name in the tables, its path, the selector of a
 * row and the attribute that numbers it, its header buttons, and one status filter.
 */
export const PAGES = {
  ours: {
    name: 'Image Builds',
    path: '/',
    row: '[role=row][aria-rowindex]:not([aria-rowindex="1"])',
    index: 'aria-rowindex',
    header: (page, name) =>
      page.getByRole('table', { name: 'Image builds' }).getByRole('button', { name }),
    facet: (page) => page.getByRole('button', { name: /^Failed [\d,]+$/ }),
    async signIn(page, url, { token }) {
      await page.goto(url);
      await page.getByRole('textbox', { name: 'API token' }).fill(token);
      await button(page, 'Sign in').click();
    },
  },
  aggrid: {
    ...peer,
    name: 'AG Grid Community 36',
    path: '/aggrid/',
    row: '.ag-row',
    index: 'row-index',
    header: (page, name) => page.locator('.ag-header-cell-label', { hasText: name }),
  },
  recipe: { ...peer, name: 'TanStack Table 9 + Virtual, plain recipe', path: '/recipe/' },
  fixed: { ...peer, name: 'The recipe with rows of one height', path: '/fixed/' },
  plain: { ...peer, name: 'Plain JavaScript, no features', path: '/plain/' },
};
