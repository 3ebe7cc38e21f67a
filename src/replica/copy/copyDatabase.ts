const DATABASE = 'image-builds';
const COPIES = 'copies';

/** Opens the database for one step and closes it, so that no tab keeps another one waiting. */
export async function withCopies(
  mode: IDBTransactionMode,
  step: (copies: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(COPIES, mode);
      const request = step(transaction.objectStore(COPIES));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/**
 * Empties the database, or deletes it where that fails.
 *
 * @throws whatever the browser says when it does neither.
 */
export async function emptyDatabase(): Promise<void> {
  try {
    await withCopies('readwrite', (copies) => copies.clear());
  } catch {
    await deleteDatabase();
  }
}

/** False where there is none for certain: then nothing is made for the sake of emptying it. */
export async function mayHaveDatabase(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  try {
    const all = await indexedDB.databases();
    return all.some(({ name }) => name === DATABASE);
  } catch {
    return true;
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(COPIES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}
