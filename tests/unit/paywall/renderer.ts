import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = path.join(
  import.meta.dirname,
  '../../../node_modules/@revenuecat/purchases-ui-js/dist/',
);

/** The renderer's files name each other as bundlers find them: without their endings. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') &&
    context.parentURL?.includes('/purchases-ui-js/') === true &&
    !specifier.endsWith('.js')
      ? next(`${specifier}.js`, context)
      : next(specifier, context),
});

const load = async (file: string): Promise<unknown> =>
  import(/* @vite-ignore */ pathToFileURL(path.join(folder, file)).href);

/** The renderer's own functions, which the preparation is made for. */
export const { findSelectedPackageId } = (await load('utils/style-utils.js')) as {
  readonly findSelectedPackageId: (base: unknown) => string | undefined;
};

export const { replaceVariables } = (await load('utils/variable-utils.js')) as {
  readonly replaceVariables: (text: string, variables: Readonly<Record<string, string>>) => string;
};

export const { getHtmlFromMarkdown } = (await load('components/text/text-utils.js')) as {
  readonly getHtmlFromMarkdown: (text: string) => string;
};
