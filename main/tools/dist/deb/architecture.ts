const names: Readonly<Partial<Record<NodeJS.Architecture, string>>> = {
  x64: 'amd64',
  arm64: 'arm64',
};

/** What Debian calls a processor; null: Electron has no runtime for it there. */
export const debArchitecture = (architecture: NodeJS.Architecture): string | null =>
  names[architecture] ?? null;
