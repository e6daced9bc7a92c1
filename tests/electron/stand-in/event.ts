import type { Event } from 'electron';

/** What the first argument of an event is: something that can be prevented. */
export const createEvent = <Details extends object>(details: Details): Event<Details> => {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
};
