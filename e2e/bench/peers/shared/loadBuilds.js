/**
 * Reads the whole list as the product does: a small first page that tells the total, then large
 * pages, several in flight. Pages are handed over as they arrive. What to ask for comes from the
 * session storage, where the benchmark leaves it.
 *
 * @param {(builds: object[]) => void} onPage
 */
export async function loadBuilds(onPage) {
  const { token, firstLimit, limit, inFlight } = JSON.parse(
    sessionStorage.getItem('bench') ?? '{}',
  );
  if (!token) return;

  async function ask(offset, count) {
    const answer = await fetch(`/api/v1/images/builds?offset=${offset}&limit=${count}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = await answer.json();
    onPage(page.data);
    return page.total_count;
  }

  const total = await ask(0, firstLimit);
  let next = firstLimit;
  async function walk() {
    while (next < total) {
      const offset = next;
      next += limit;
      await ask(offset, limit);
    }
  }
  await Promise.all(Array.from({ length: inFlight }, walk));
}
