import { EventEmitter } from 'node:events';
import type { App, BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  chooseScenario,
  createScenarioFiles,
  onOpenFile,
  openScenarioWith,
} from '../../../../main/hosts/electron/scenario-files.ts';
import { texts } from '../../../../main/hosts/electron/texts.ts';
import { done, problem } from '../../../../shared/contract/outcome.ts';

describe('scenario files', () => {
  it('wait until the app is there, of which only the last is opened, and not after that', () => {
    const files = createScenarioFiles();
    const opened: string[] = [];
    files.open('/a.pwscenario');
    files.open('/b.pwscenario');
    files.serve((file) => opened.push(file));
    const atOnce = [...opened];
    files.open('/c.pwscenario');
    expect([atOnce, opened]).toEqual([['/b.pwscenario'], ['/b.pwscenario', '/c.pwscenario']]);
  });

  it('are heard of from macOS, which is told that nobody else needs to open them', () => {
    const app = new EventEmitter();
    const opened: string[] = [];
    const preventDefault = vi.fn();
    onOpenFile(app as unknown as App, (file) => opened.push(file));
    app.emit('open-file', { preventDefault }, '/a.pwscenario');
    expect(opened).toEqual(['/a.pwscenario']);
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('that are not opened are told of in a box, with why', () => {
    const showMessageBox = vi.fn(() => Promise.resolve({ response: 0, checkboxChecked: false }));
    const outcomes = [done(null), problem('refused', 'One is being played.')];
    const openScenario = vi.fn(() => outcomes.shift() ?? done(null));
    const openReport = vi.fn(() => Promise.resolve(problem('refused', 'It is damaged.')));
    const open = openScenarioWith({ openScenario, openReport }, { showMessageBox });
    open('/a.pwscenario');
    expect(showMessageBox).not.toHaveBeenCalled();
    open('/b.pwscenario');
    expect(showMessageBox).toHaveBeenCalledExactlyOnceWith({
      title: texts.name,
      message: texts.scenarioNotOpened,
      detail: 'One is being played.',
      buttons: [texts.ok],
    });
  });

  it('that are reports are opened as such, and told of in a box where they are not', async () => {
    const showMessageBox = vi.fn(() => Promise.resolve({ response: 0, checkboxChecked: false }));
    const openScenario = vi.fn(() => done(null));
    const openReport = vi.fn(() => Promise.resolve(problem('refused', 'It is damaged.')));
    openScenarioWith({ openScenario, openReport }, { showMessageBox })('/Bug.ZIP');
    await vi.waitFor(() => expect(showMessageBox).toHaveBeenCalledOnce());
    expect(openReport).toHaveBeenCalledExactlyOnceWith('/Bug.ZIP');
    expect(openScenario).not.toHaveBeenCalled();
    expect(showMessageBox).toHaveBeenCalledExactlyOnceWith({
      title: texts.name,
      message: texts.reportNotOpened,
      detail: 'It is damaged.',
      buttons: [texts.ok],
    });
  });

  it.each([
    [['/a.pwscenario'], ['/a.pwscenario']],
    [[], []],
  ])('are chosen in a dialog of the window: %j', async (filePaths, expected) => {
    const window = {} as unknown as BrowserWindow;
    const showOpenDialog = vi.fn(() => Promise.resolve({ canceled: false, filePaths }));
    const opened: string[] = [];
    await chooseScenario({ showOpenDialog }, window, (file) => opened.push(file));
    expect(opened).toEqual(expected);
    expect(showOpenDialog).toHaveBeenCalledExactlyOnceWith(window, {
      properties: ['openFile'],
      filters: [
        { name: texts.scenarioFiles, extensions: ['yaml', 'yml', 'json', 'pwscenario', 'zip'] },
      ],
    });
  });
});
