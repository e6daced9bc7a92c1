const percent = (scale: number): string => `${String(Math.round(scale * 100))} %`;

const periodUnits: Readonly<Record<string, string>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
};

/** `2 weeks`; what is no period stands for itself. */
const periodOf = (period: string): string => {
  const [, amount = '', letter = ''] = /^P(\d+)([DWMY])$/.exec(period) ?? [];
  const unit = periodUnits[letter];
  if (unit === undefined) return period;
  return `${amount} ${unit}${amount === '1' ? '' : 's'}`;
};

const money = (amount: number, currency: string): string => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount);
  } catch {
    return `${String(amount)} ${currency}`;
  }
};

const screens = (amount: number): string => `${String(amount)} screen${amount === 1 ? '' : 's'}`;
const pictures = (amount: number): string => `${String(amount)} picture${amount === 1 ? '' : 's'}`;

/** The texts of the stage; `messages` has them with all others. */
export const stageMessages = {
  label: 'Paywall',
  toolbar: 'How it is looked at',
  device: 'Device',
  freeSize: 'Free size',
  notSeen:
    'This is not seen on the stage: it is hidden as things are, or it is nothing that is drawn by itself.',
  sideways: 'Sideways',
  dark: 'Dark paywall',
  textSize: 'Text size',
  textSizeOption: (name: string, scale: number): string => `${name} ${percent(scale)}`,
  width: 'Width',
  height: 'Height',
  widthEdge: 'Right edge of the screen',
  heightEdge: 'Lower edge of the screen',
  sizeProblem: (least: number, most: number): string =>
    `From ${String(least)} to ${String(most)} points.`,
  zoom: 'Zoom',
  zoomFit: (scale: number): string => `Fit · ${percent(scale)}`,
  zoomAt: percent,
  frameTitle: (screen: string): string => `Paywall: ${screen}`,
  filmTitle: (screen: string): string => `Picture of ${screen}`,

  language: {
    label: 'Language',
    byDefault: 'Default language',
    default: (name: string): string => `${name} (default)`,
    missing: (name: string): string => `${name} (not in this paywall)`,
    accented: 'Pseudo language',
    mirrored: 'Pseudo right-to-left',
  },

  states: {
    loading: {
      title: 'Getting the paywall…',
      text: 'It is here as soon as it has come.',
    },
    nothing: {
      title: 'No offering is chosen',
      text: 'As soon as there are offerings, the paywall of the selected one is here.',
    },
    unasked: {
      title: 'Not asked for yet',
      text: 'An app gets it when it presents the paywall. Ask for the workflow to see it.',
    },
    error: 'A customer sees no paywall',
    closed: {
      title: 'The paywall closes',
      text: 'On a phone the app would be seen again.',
    },
    openAgain: 'Open again',
    silent: {
      title: 'The paywall did not come to an end and was stopped',
      text: 'Something in it works without ever pausing; on a phone the app would hang.',
    },
    neverReady: {
      title: 'The page that draws paywalls did not start',
      text: 'It may be too busy, or a part of it could not be loaded.',
    },
    failed: 'The paywall cannot be drawn',
    unreadable: 'The paywall could not be read',
    noStart: {
      title: 'The workflow cannot start',
      text: 'Its first step leads to nothing that could be shown. The problems say more.',
    },
    noScreen: {
      title: 'This step shows no screen',
      text: 'A phone shows nothing here, or leaves the paywall.',
    },
    tryAgain: 'Try again',
  },

  exit: {
    shown: (offering: string): string => `Exit offer: the paywall of “${offering}”.`,
    back: (name: string): string => `Back to ${name}`,
  },

  steps: {
    label: 'Steps',
    back: 'Back',
    place: (place: number, count: number): string => `Step ${String(place)} of ${String(count)}`,
    only: 'One step',
    earlier: 'Steps before',
    standIn: { 'own-paywall': 'Own paywall', 'default-paywall': 'Default paywall' },
  },

  filmstrip: {
    label: 'Filmstrip',
    list: 'All screens',
    noScreen: 'No screen',
  },

  notes: {
    label: 'What would happen on a phone',
    dismiss: 'Dismiss the note',
    purchase: (packageId: string): string =>
      `Purchase of ${packageId}: the store’s sheet would open. Nothing is bought here.`,
    purchaseNothing: 'Purchase: no package is selected, so nothing would happen.',
    restore: 'Restore purchases: the store would be asked for earlier ones. Nothing is asked here.',
    customerCenter: 'The customer center would open.',
    offerCode: 'The store’s sheet for offer codes would open.',
    webPaywall: 'The web paywall would open in the browser.',
    url: (url: string): string => `A browser would open ${url}`,
    complete: (url: string): string => `The workflow would end at ${url}`,
    unsafeUrl: (url: string): string => `${url} is no https address, and is not opened from here.`,
    openLink: 'Open in browser',
    nothing: 'This button does nothing on a phone.',
    dead: 'This button leads nowhere: no step of the workflow follows it.',
    failed: (message: string): string => `The paywall reports an error: ${message}`,
    noBack: 'There is no step to go back to.',
    firstScreen: 'This is the first screen.',
    lastScreen: 'This is the last screen.',
  },

  circumstances: {
    open: 'Circumstances…',
    label: 'Circumstances',
    hint: 'What the store sells and would say about this customer. The paywall follows at once.',
    products: 'Products',
    noProducts: 'Nothing is for sale on this paywall.',
    of: (what: string, packageId: string): string => `${what} of ${packageId}`,
    title: 'Title',
    price: 'Price',
    currency: 'Currency',
    period: 'Lasts',
    forEver: 'For ever',
    intro: 'Introductory offer',
    introPrice: 'Introductory price',
    introPeriod: 'Length of the introductory offer',
    introEligible: 'Eligible for the introductory offer',
    promo: 'Promotional offer',
    promoPrice: 'Promotional price',
    promoPeriod: 'Length of the promotional offer',
    promoEligible: 'Eligible for the promotional offer',
    noOffer: 'None',
    trial: 'Free trial',
    paidIntro: 'Reduced price',
    promoOffer: 'Reduced price',
    eligible: 'Eligible',
    periodOf,
    priceLine: (price: { amount: number; currency: string }, period: string | null): string =>
      period === null
        ? money(price.amount, price.currency)
        : `${money(price.amount, price.currency)} / ${periodOf(period)}`,
    noPrice: 'A price is needed, such as 4.99.',
    noCurrency: 'Three letters, such as EUR.',
    noTitle: 'A title is needed.',
    noCountry: 'Two letters, such as DE.',
    noNumber: 'A number is needed.',
    store: 'Storefront',
    country: 'Country',
    guessedCurrency: 'Currency of new products',
    variables: 'Custom variables',
    variableTrue: 'True',
    variableFalse: 'False',
    reset: 'Reset everything',
  },

  pictures: {
    open: 'Pictures',
    label: 'Pictures',
    thisScreen: 'This screen',
    thisScreenHint: 'As it stands on the stage.',
    sheet: 'Sheet',
    sheetHint: 'Every screen of the workflow, in every combination.',
    devices: 'Devices',
    languages: 'Languages',
    looks: 'Looks',
    light: 'Light',
    dark: 'Dark',
    take: (amount: number): string => (amount === 0 ? 'Take pictures' : `Take ${pictures(amount)}`),
    tooMany: (amount: number): string =>
      `At most ${String(amount)} combinations can be taken at once.`,
    progress: (taken: number, wanted: number): string =>
      `${String(taken)} of ${pictures(wanted)} taken`,
    progressLabel: 'Pictures taken',
    cancel: 'Cancel',
    done: (amount: number): string => `${pictures(amount)} taken.`,
    cancelled: 'Cancelled.',
    failed: 'They could not be taken.',
    show: 'Show in folder',
  },

  problems: {
    label: 'Problems',
    none: {
      title: 'No problems found',
      text: 'Nothing is wrong with the screens that were drawn so far.',
    },
    nothing: {
      title: 'Nothing to look through',
      text: 'Problems of a paywall are listed here as soon as one is on the stage.',
    },
    seen: (seen: number, all: number): string =>
      seen === all
        ? `All ${screens(all)} looked at.`
        : `${String(seen)} of ${screens(all)} looked at. The filmstrip looks at all.`,
    severity: { problem: 'Problem', purpose: 'On purpose', note: 'Note' },
    counts: {
      problem: (amount: number): string => `${String(amount)} problem${amount === 1 ? '' : 's'}`,
      purpose: (amount: number): string => `${String(amount)} on purpose`,
      note: (amount: number): string => `${String(amount)} note${amount === 1 ? '' : 's'}`,
    },
    workflow: 'Whole workflow',
    showPlace: 'Shows it in the JSON',
    finding: {
      'empty-text': 'Text is empty',
      'unresolved-text': 'Text has a variable that nobody filled',
      'text-overflows': 'Text does not fit',
      'text-clipped': 'Text is cut off',
      'text-off-screen': 'Text is off the screen',
      'text-covered': 'Text is covered',
      'texts-overlap': 'Texts overlap',
      'font-not-loaded': 'Font is not loaded',
      'image-not-loaded': 'Image is not loaded',
      'background-not-loaded': 'Background is not loaded',
      'icon-not-loaded': 'Icon is not loaded',
      'video-not-playable': 'Video cannot be played',
      'scrolls-sideways': 'Screen scrolls sideways',
      'low-contrast': 'Contrast is low',
    } as Readonly<Record<string, string>>,
  },
} as const;
