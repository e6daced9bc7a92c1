import { messages } from '../../messages.ts';
import { Select } from '../../ui/select.tsx';
import { Check, Field, ParsedField } from './field.tsx';
import {
  type IntroKind,
  introKind,
  parsePrice,
  periodsWith,
  withFirstOffer,
  withIntro,
  withPromo,
} from './product-edit.ts';
import type { OfferPart } from './product-fields.tsx';

const words = messages.stage.circumstances;

const introOptions: readonly { readonly value: IntroKind; readonly word: string }[] = [
  { value: 'none', word: words.noOffer },
  { value: 'trial', word: words.trial },
  { value: 'paid', word: words.paidIntro },
];

const promoOptions = [
  { value: 'none', word: words.noOffer },
  { value: 'promo', word: words.promoOffer },
] as const;

interface PeriodFieldProps {
  readonly label: string;
  readonly period: string;
  readonly onChange: (period: string) => void;
}

const PeriodField = ({ label, period, onChange }: PeriodFieldProps) => (
  <Field caption={words.period}>
    <Select
      label={label}
      value={period}
      options={periodsWith(period).map((value) => ({ value, word: words.periodOf(value) }))}
      onChange={onChange}
    />
  </Field>
);

/** What a new customer gets first, and whether this one may have it. */
export const IntroFields = ({ id, product, onChange }: OfferPart) => {
  const [first] = product.introOffers;
  const kind = introKind(product);
  return (
    <div className="product__row">
      <Field caption={words.intro}>
        <Select
          label={words.of(words.intro, id)}
          value={kind}
          options={introOptions}
          onChange={(chosen) => onChange(withIntro(product, chosen))}
        />
      </Field>
      {first === undefined ? null : (
        <>
          {kind === 'paid' ? (
            <ParsedField
              label={words.of(words.introPrice, id)}
              caption={words.price}
              value={String(first.price.amount)}
              problem={words.noPrice}
              parse={parsePrice}
              onChange={(amount) =>
                onChange(withFirstOffer(product, { price: { ...first.price, amount } }))
              }
            />
          ) : null}
          <PeriodField
            label={words.of(words.introPeriod, id)}
            period={first.period}
            onChange={(period) => onChange(withFirstOffer(product, { period }))}
          />
          <Check
            label={words.of(words.introEligible, id)}
            word={words.eligible}
            isOn={product.isEligibleForIntro}
            onChange={(isEligibleForIntro) => onChange({ ...product, isEligibleForIntro })}
          />
        </>
      )}
    </div>
  );
};

/** What a customer who was here before is offered, and whether this one may have it. */
export const PromoFields = ({ id, product, onChange }: OfferPart) => {
  const { promoOffer } = product;
  return (
    <div className="product__row">
      <Field caption={words.promo}>
        <Select
          label={words.of(words.promo, id)}
          value={promoOffer === null ? 'none' : 'promo'}
          options={promoOptions}
          onChange={(chosen) => onChange(withPromo(product, chosen === 'promo'))}
        />
      </Field>
      {promoOffer === null ? null : (
        <>
          <ParsedField
            label={words.of(words.promoPrice, id)}
            caption={words.price}
            value={String(promoOffer.price.amount)}
            problem={words.noPrice}
            parse={parsePrice}
            onChange={(amount) =>
              onChange({
                ...product,
                promoOffer: { ...promoOffer, price: { ...promoOffer.price, amount } },
              })
            }
          />
          <PeriodField
            label={words.of(words.promoPeriod, id)}
            period={promoOffer.period}
            onChange={(period) => onChange({ ...product, promoOffer: { ...promoOffer, period } })}
          />
          <Check
            label={words.of(words.promoEligible, id)}
            word={words.eligible}
            isOn={product.isEligibleForPromo}
            onChange={(isEligibleForPromo) => onChange({ ...product, isEligibleForPromo })}
          />
        </>
      )}
    </div>
  );
};
