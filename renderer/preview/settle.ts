import { fontsDecided } from './fonts.ts';
import { findFiles, findVideos, isLoadable } from './media.ts';
import { afterMs, frames, until } from './waiting.ts';

/** Nothing is waited for longer than that: what is missing then is found missing. */
const limitMs = 5_000;

const isVideoDecided = (video: HTMLVideoElement): boolean =>
  video.error !== null ||
  video.readyState >= (video.paused ? video.HAVE_CURRENT_DATA : video.HAVE_FUTURE_DATA);

const loaded = async (stage: HTMLElement): Promise<void> => {
  await Promise.all(findFiles(stage).map(isLoadable));
  await until(() => [...stage.querySelectorAll('img')].every(({ complete }) => complete));
  await until(() => findVideos(stage).every(isVideoDecided));
};

/** A video stands still at its start, so that a picture of it is always the same. */
const rewind = async (video: HTMLVideoElement): Promise<void> => {
  if (video.error !== null || video.readyState < video.HAVE_CURRENT_DATA) return;
  video.pause();
  if (video.currentTime === 0) return;
  const hasSought = new Promise<void>((resolve) => {
    video.addEventListener('seeked', () => resolve(), { once: true });
  });
  video.currentTime = 0;
  await Promise.race([hasSought, afterMs(1_000)]);
};

/** What waits to move, such as a carousel's next page, keeps waiting; what moves, arrives. */
const hold = (animation: Animation): void => {
  const { delay = 0 } = animation.effect?.getTiming() ?? {};
  if (Number(animation.currentTime ?? 0) < delay) animation.pause();
  else animation.finish();
};

const holdAnimations = (stage: HTMLElement): void => {
  for (const animation of stage.getAnimations({ subtree: true })) hold(animation);
};

const isOnItsWay = (animation: Animation): boolean => {
  const { delay = 0, iterations } = animation.effect?.getTiming() ?? {};
  return (
    animation.playState === 'running' &&
    iterations !== Number.POSITIVE_INFINITY &&
    Number(animation.currentTime ?? 0) >= delay
  );
};

/** Something always moves on some paywalls. */
const movingLimitMs = 1_000;

const decided = (stage: HTMLElement, fontAddresses: readonly string[]): Promise<unknown> =>
  Promise.race([Promise.all([loaded(stage), fontsDecided(fontAddresses)]), afterMs(limitMs)]);

/** Resolves when everything was loaded or failed to, and what moves has come to rest for a while. */
export const rested = async (
  stage: HTMLElement,
  fontAddresses: readonly string[],
): Promise<void> => {
  await frames(3);
  await decided(stage, fontAddresses);
  await until(() => !stage.getAnimations({ subtree: true }).some(isOnItsWay), movingLimitMs);
};

/** Resolves when everything was loaded or failed to; stops what moves. */
export const settle = async (
  stage: HTMLElement,
  fontAddresses: readonly string[],
): Promise<void> => {
  // The renderer sets sizes from measurements, and starts carousels, in the frames after the mount.
  await frames(3);
  holdAnimations(stage);
  await decided(stage, fontAddresses);
  await Promise.all(findVideos(stage).map(rewind));
  await frames(2);
  holdAnimations(stage);
  await frames(1);
};
