import type { PackageOnOffer } from '../../../shared/paywall/circumstances.ts';
import type { EditedProduct } from '../../../shared/stage/set-up.ts';
import { messages } from '../../messages.ts';
import { Select } from '../../ui/select.tsx';
import { Field, ParsedField } from './field.tsx';
import { IntroFields, PromoFields } from './offer-fields.tsx';
import {
  editedProductOf,
  parseCurrency,
  parsePrice,
  periodsWith,
  withCurrency,
} from './product-edit.ts';

const words = messages.stage.circumstances;

interface ProductFieldsProps {
  readonly sold: PackageOnOffer;
  readonly isOpen: boolean;
  readonly onChange: (product: EditedProduct) => void;
}

const isTitle = (text: string): string | null =>
  text.trim() === '' || text.length > 200 ? null : text;

/** Price, currency and how long it lasts. */
const PriceFields = ({ id, product, onChange }: OfferPart) => (
  <div className="product__row">
    <ParsedField
      label={words.of(words.price, id)}
      caption={words.price}
      value={String(product.price.amount)}
      problem={words.noPrice}
      parse={parsePrice}
      onChange={(amount) => onChange({ ...product, price: { ...product.price, amount } })}
    />
    <ParsedField
      label={words.of(words.currency, id)}
      caption={words.currency}
      value={product.price.currency}
      problem={words.noCurrency}
      parse={parseCurrency}
      onChange={(currency) => onChange(withCurrency(product, currency))}
    />
    <Field caption={words.period}>
      <Select
        label={words.of(words.period, id)}
        value={product.period ?? ''}
        options={[
          ...periodsWith(product.period).map((value) => ({ value, word: words.periodOf(value) })),
          { value: '', word: words.forEver },
        ]}
        onChange={(period) => onChange({ ...product, period: period === '' ? null : period })}
      />
    </Field>
  </div>
);

/** What the parts of the form have in common. */
export interface OfferPart {
  /** The package, which tells its fields from the same ones of another. */
  readonly id: string;
  readonly product: EditedProduct;
  readonly onChange: (product: EditedProduct) => void;
}

/** One package: what the store sells under it, and what it would say about this customer. */
export const ProductFields = ({ sold, isOpen, onChange }: ProductFieldsProps) => {
  const { id } = sold;
  const product = editedProductOf(sold);
  return (
    <details className="product" open={isOpen}>
      <summary className="product__head">
        <span className="mono clipped">{id}</span>
        <span className="product__price">{words.priceLine(product.price, product.period)}</span>
      </summary>
      <div className="product__fields">
        <p className="product__id mono">{sold.product.id}</p>
        <ParsedField
          label={words.of(words.title, id)}
          caption={words.title}
          value={product.title}
          problem={words.noTitle}
          parse={isTitle}
          onChange={(title) => onChange({ ...product, title })}
        />
        <PriceFields id={id} product={product} onChange={onChange} />
        <IntroFields id={id} product={product} onChange={onChange} />
        <PromoFields id={id} product={product} onChange={onChange} />
      </div>
    </details>
  );
};
