import { config } from 'zod';

// Compiled checks need `eval`, which the window's content security policy forbids; even trying it
// is reported as a violation. Imported before everything that makes a schema.
config({ jitless: true });
