// Why a file could not be had, where the browser tells only that it could not.

/**
 * What is known besides: a browser gives the same error for a server that is not there and for one whose files other sites may not
 * read. Of the second it gets an answer that it keeps to itself.
 *
 * @param {string} url
 * @param {unknown} cause  what `fetch` threw
 * @returns {Promise<unknown>} something that says why
 */
export async function whyUnreached(url, cause) {
  if (!(cause instanceof TypeError) || !/^https?:/.test(url)) return cause;
  const { origin, host } = new URL(url);
  if (origin === globalThis.location?.origin) return cause;
  // What can be read has not been refused, whatever else has happened to it.
  const head = { method: 'HEAD' };
  try {
    const { ok, status } = await fetch(url, { ...head, signal: AbortSignal.timeout(5000) });
    return ok ? cause : new Error(`the server answered ${status}`, { cause });
  } catch {
    // Then it is asked so that nothing is read.
  }
  try {
    await fetch(url, { ...head, mode: 'no-cors', signal: AbortSignal.timeout(5000) });
  } catch {
    return cause;
  }
  return new Error(
    `${host} does not let pages of other sites read it; its server would have to send “Access-Control-Allow-Origin” with it`,
    { cause },
  );
}
