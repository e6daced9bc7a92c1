import type { AppStore, AppStoreState } from '../state/app-store.ts';

/** The theme of the page is the one of the settings. */
export const followAppearance = (store: AppStore, root: HTMLElement): void => {
  const show = ({ app }: AppStoreState): void => {
    root.dataset['theme'] = app?.documents.settings.appearance ?? 'system';
  };
  show(store.getState());
  store.subscribe(show);
};
