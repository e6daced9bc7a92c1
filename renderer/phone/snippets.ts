/** What is written into an app so that its SDK asks this address. */
export const snippetsFor = (url: string) => {
  const { hostname, port } = new URL(url);
  return {
    android: `Purchases.proxyURL = URL("${url}")`,
    cleartext: [
      '<network-security-config>',
      '  <domain-config cleartextTrafficPermitted="true">',
      `    <domain includeSubdomains="false">${hostname}</domain>`,
      '  </domain-config>',
      '</network-security-config>',
    ].join('\n'),
    reverse: `adb reverse tcp:${port} tcp:${port}`,
    ios: `Purchases.proxyURL = URL(string: "${url}")`,
    transport: [
      '<key>NSAppTransportSecurity</key>',
      '<dict>',
      '  <key>NSAllowsLocalNetworking</key>',
      '  <true/>',
      '</dict>',
    ].join('\n'),
    web: [
      'Purchases.configure({',
      '  apiKey,',
      '  appUserId,',
      `  httpConfig: { proxyURL: '${url}' },`,
      '});',
    ].join('\n'),
  } as const;
};
