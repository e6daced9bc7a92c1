/** Every text about who uses the app. */
export const userMessages = {
  anonymous: 'Anonymous',
  nobody: 'Nobody',
  button: (name: string): string => `User: ${name}`,
  menu: 'Users',
  switchTo: 'Switch to',
  isCurrent: 'Current',
  placeholder: 'App user id',
  logIn: 'Log in',
  alias: 'Alias',
  logOut: 'Log out',
  aliasHint: 'Alias gives the current user this id as well.',
} as const;
