import { isBuiltin } from 'node:module';
import path from 'node:path';
import { type Rolldown, build } from 'vite';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../../../..');

const bundleOf = async (configFile: string): Promise<Rolldown.OutputChunk> => {
  const file = path.join(root, configFile);
  const built = await build({ configFile: file, logLevel: 'silent', build: { write: false } });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...others] = outputs;
  expect(others).toEqual([]);
  if (chunk?.type !== 'chunk') throw new Error('There is no bundle.');
  return chunk;
};

const modulesIn = ({ moduleIds }: Rolldown.OutputChunk): readonly string[] =>
  moduleIds.filter((id) => path.isAbsolute(id)).map((id) => path.relative(root, id));

describe('the bundle', () => {
  it('of the preload is one file of our own code that needs electron and nothing else', async () => {
    const chunk = await bundleOf('preload/vite.config.ts');
    expect(chunk.fileName).toBe('preload.cjs');
    expect(chunk.imports).toEqual(['electron']);
    expect(modulesIn(chunk).filter((id) => id.startsWith('node_modules'))).toEqual([]);
  });

  it('of the host needs electron and Node, and gives electron-store neither', async () => {
    const chunk = await bundleOf('main/hosts/electron/vite.config.ts');
    expect(chunk.fileName).toBe('main.js');
    expect(chunk.imports.filter((name) => !isBuiltin(name))).toEqual(['electron']);
    expect(chunk.moduleIds).toContain('\0no-electron');
    expect(modulesIn(chunk)).toContain('node_modules/electron-store/index.js');
    expect(modulesIn(chunk).filter((id) => id.startsWith('node_modules/electron/'))).toEqual([]);
  });
});
