/** What tells a secret by its form: nothing of that kind goes into a log or a report. */
export const secretShapes: readonly RegExp[] = [
  // Keys as RevenueCat makes them.
  /\b(?:sk|appl|goog|amzn|rcb|strp|test|mac)_[A-Za-z0-9]{8,}/g,
  /(?<=\bBearer\s)[^\s"']+/gi,
  /(?<=\bAuthorization["']?\s{0,3}[:=]\s{0,3}["']?(?:Basic\s)?)(?!Basic\s|Bearer\s)[^\s"',;]{4,}/gi,
  // As JSON and HTML may write an address, too.
  /(?<=(?:[?&#]|&amp;|\\u0026)[\w-]{0,30}(?:token|key|secret|signature|sig|credential|password|passwd|pwd|auth|jwt)=)[^\s&"'\\]+/gi,
  // Who may see an address, in the address.
  /(?<=\b[a-z][a-z+.-]{1,20}:(?:\\?\/){2})[^\s/@"'?#\\]+(?=@)/gi,
  // As it is offered when a socket is opened.
  /(?<=\btoken\.)[\w-]{43}/g,
];

/** Without any of these a text has none of those forms: most texts are let through by one look. */
const signs = /(?:sk|appl|goog|amzn|rcb|strp|test|mac)_|=|@|bearer|authorization|token\./i;

export const mayHoldSecrets = (text: string): boolean => signs.test(text);
