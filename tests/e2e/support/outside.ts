/** What leads out of the machine: neither a page of the app nor something that lies in one. */
const isOutside = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  if (['app:', 'blob:', 'data:'].includes(protocol)) return false;
  return hostname !== '127.0.0.1' && hostname !== 'localhost' && !hostname.endsWith('.localhost');
};

/** Those of the addresses that nobody may have asked for. */
export const outsideOf = (addresses: readonly string[]): readonly string[] =>
  addresses.filter(isOutside);
