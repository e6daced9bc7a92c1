/** Which files there are and how big, in the order of their use. */
export interface FileIndex {
  /** It was used or written just now. */
  put(name: string, sizeBytes: number): void;
  /** True: it was there. */
  remove(name: string): boolean;
  totalBytes(): number;
  /** The one that was used longest ago comes first; removing while going through is fine. */
  oldestFirst(): Iterable<readonly [name: string, sizeBytes: number]>;
}

export const createFileIndex = (): FileIndex => {
  const sizes = new Map<string, number>();
  let totalBytes = 0;

  const remove = (name: string): boolean => {
    totalBytes -= sizes.get(name) ?? 0;
    return sizes.delete(name);
  };

  return Object.freeze({
    put: (name: string, sizeBytes: number) => {
      remove(name);
      sizes.set(name, sizeBytes);
      totalBytes += sizeBytes;
    },
    remove,
    totalBytes: () => totalBytes,
    oldestFirst: () => sizes,
  });
};
