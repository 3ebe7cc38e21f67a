/**
 * Calls and reads the whole answer. One whose body nobody reads is collected with its connection
 * at some later time, and then Node's own `fetch` may throw where no test is waiting.
 */
export async function wholeAnswer(url: string, init?: RequestInit): Promise<Response> {
  const { status, headers, body } = await fetch(url, init).then(async (answer) => ({
    status: answer.status,
    headers: answer.headers,
    body: await answer.arrayBuffer(),
  }));
  return new Response(body, { status, headers });
}
