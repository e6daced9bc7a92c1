import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { type EditedProduct, defaultStage } from '../../../shared/stage/set-up.ts';
import { useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { productsAt } from '../../state/stage-scene.ts';
import { Button } from '../../ui/button.tsx';
import { usePaper, useSceneFacts, useSetUp } from '../use-stage.ts';
import { ParsedField } from './field.tsx';
import { parseCountry, parseCurrency } from './product-edit.ts';
import { ProductFields } from './product-fields.tsx';
import { VariableFields } from './variable-fields.tsx';

const words = messages.stage.circumstances;

const Products = () => {
  const paper = usePaper();
  const facts = useSceneFacts();
  const { products } = useSetUp();
  const { change } = useStageDeeds();
  const stepId = paper?.walk?.stepId ?? null;
  const sold = useMemo(
    () => (paper === null || stepId === null ? [] : productsAt(paper, stepId, facts)),
    [paper, stepId, facts],
  );
  if (sold.length === 0) return <p className="circumstances__none">{words.noProducts}</p>;
  const changeOne = (id: string) => (product: EditedProduct) =>
    change({ products: { ...products, [id]: product } });
  return sold.map((each, place) => (
    <ProductFields
      key={each.id}
      sold={each}
      isOpen={place === 0}
      onChange={changeOne(each.product.id)}
    />
  ));
};

const Storefront = () => {
  const { country, currency } = useSetUp();
  const { change } = useStageDeeds();
  return (
    <div className="product__row">
      <ParsedField
        label={words.country}
        caption={words.country}
        value={country}
        problem={words.noCountry}
        parse={parseCountry}
        onChange={(code) => change({ country: code })}
      />
      <ParsedField
        label={words.guessedCurrency}
        caption={words.guessedCurrency}
        value={currency}
        problem={words.noCurrency}
        parse={parseCurrency}
        onChange={(code) => change({ currency: code })}
      />
    </div>
  );
};

const { country, currency, products, customVariables } = defaultStage;

/** What the store sells, what it would say about this customer, and what the app has to say. */
export const CircumstancesPanel = () => {
  const variables = usePaper()?.outline.customVariables ?? [];
  const { change } = useStageDeeds();
  return (
    <>
      <header className="circumstances__head">
        <h2>{words.label}</h2>
        <Button
          isSmall
          look="quiet"
          icon={RotateCcw}
          onClick={() => change({ country, currency, products, customVariables })}
        >
          {words.reset}
        </Button>
        <p className="circumstances__hint">{words.hint}</p>
      </header>
      <section aria-label={words.products} className="circumstances__part">
        <h3>{words.products}</h3>
        <Products />
      </section>
      <section aria-label={words.store} className="circumstances__part">
        <h3>{words.store}</h3>
        <Storefront />
      </section>
      {variables.length === 0 ? null : (
        <section aria-label={words.variables} className="circumstances__part">
          <h3>{words.variables}</h3>
          <VariableFields variables={variables} />
        </section>
      )}
    </>
  );
};
